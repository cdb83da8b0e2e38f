package org.conductregister.command.forms;

import java.util.List;
import org.conductregister.web.pages.Option;
import org.jspecify.annotations.Nullable;

/**
 * One field as a form shows it.
 *
 * @param name as the fact calls it
 * @param options to choose from; empty where something is to be typed
 * @param classes of the input, for its width
 */
public record FormField(
        String name,
        Control control,
        String label,
        @Nullable String hint,
        boolean required,
        List<Option> options,
        String classes) {

    /** How it is filled in. */
    public enum Control {
        TEXT,
        LINES,
        DAY,
        RADIOS,
        SELECT,
        CHECKBOXES
    }

    boolean isChosen() {
        return control == Control.RADIOS || control == Control.SELECT || control == Control.CHECKBOXES;
    }

    /** The label, and whether the field may be left empty. */
    public String caption() {
        return required || label.endsWith("?") ? label : label + " (optional)";
    }

    /** The id of its first input. */
    String target() {
        return control == Control.DAY ? name + "-day" : name;
    }

    /** The same field under another name of its input. */
    FormField named(String other) {
        return new FormField(other, control, label, hint, required, options, classes);
    }

    FormField with(List<Option> others) {
        return new FormField(name, control, label, hint, required, others, classes);
    }
}
