package org.conductregister.query.audit;

import java.util.Map;
import org.conductregister.query.pointintime.FieldFaults;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.web.pages.FormFaults;

/** Puts the faults of a search at the fields of its form. */
final class ReadFaults {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("type", "Kind of fact"),
            Map.entry("from", "The first position"),
            Map.entry("to", "The last position"),
            Map.entry("since", "The first day"),
            Map.entry("until", "The last day"),
            Map.entry("asAt", "As at"),
            Map.entry("knownAt", "As known at"),
            Map.entry("knownAt2", "The second instant"),
            Map.entry("caseId", "Case"),
            Map.entry("unit", "What is counted"),
            Map.entry("groupBy", "Divided by"),
            Map.entry("reportedFrom", "Reported from"),
            Map.entry("reportedTo", "Reported to"));

    private ReadFaults() {}

    static FormFaults of(Parameters parameters) {
        return FieldFaults.of(parameters, FIELDS);
    }
}
