package org.conductregister.command.codelists;

import org.conductregister.platform.codelists.Code;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.text.Label;
import org.conductregister.web.pages.FormFaults;
import org.jspecify.annotations.Nullable;

/** Reads a code and its label as somebody typed them. */
final class TypedCode {

    private TypedCode() {}

    /**
     * Null where something is wrong with either; the faults then say what.
     *
     * @param upheld null on a list that does not say
     */
    static @Nullable Code read(String code, String label, @Nullable Boolean upheld, FormFaults faults) {
        var spelt = code.strip();
        var worded = label.strip();
        if (spelt.isEmpty()) {
            faults.add("code", "Enter a code");
        } else {
            check("code", "The code", () -> new ForceCode(spelt), faults); // codes of all lists are spelt alike
        }
        if (worded.isEmpty()) {
            faults.add("label", "Enter what people read for it");
        } else {
            check("label", "The label", () -> new Label(worded), faults);
        }
        return faults.isEmpty() ? new Code(spelt, worded, upheld) : null;
    }

    private static void check(String field, String what, Runnable type, FormFaults faults) {
        try {
            type.run();
        } catch (IllegalArgumentException e) {
            faults.add(field, what + " " + e.getMessage());
        }
    }
}
