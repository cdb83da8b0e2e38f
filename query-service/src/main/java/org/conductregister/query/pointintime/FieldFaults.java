package org.conductregister.query.pointintime;

import java.util.Map;
import org.conductregister.web.pages.FormFaults;

/** Puts the faults of the parameters of a page at the fields of its form. */
public final class FieldFaults {

    private FieldFaults() {}

    /**
     * Returns each fault at its field, in words.
     *
     * @param captions of the fields, by the name of the parameter; a parameter without one is called by its name
     */
    public static FormFaults of(Parameters parameters, Map<String, String> captions) {
        var faults = FormFaults.none();
        parameters
                .faults()
                .forEach(fault -> faults.add(
                        fault.parameter(),
                        captions.getOrDefault(fault.parameter(), fault.parameter()) + " " + fault.detail()));
        return faults;
    }
}
