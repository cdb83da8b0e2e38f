package org.conductregister.command.forms.fields;

import java.util.List;
import java.util.stream.Stream;
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
        CHECKBOXES,
        /** Checkboxes, and a text for others in words. */
        TAGS,
        /** The number of an officer, looked up by number or name as somebody types. */
        OFFICER
    }

    public boolean isChosen() {
        return switch (control) {
            case RADIOS, SELECT, CHECKBOXES, TAGS -> true;
            case TEXT, LINES, DAY, OFFICER -> false;
        };
    }

    /** The label, and whether the field may be left empty. */
    public String caption() {
        return required || label.endsWith("?") ? label : label + " (optional)";
    }

    /** The id of its first input. */
    public String target() {
        return control == Control.DAY ? name + "-day" : name;
    }

    /** The same field under another name of its input. */
    public FormField named(String other) {
        return new FormField(other, control, label, hint, required, options, classes);
    }

    /** The same field with further options. */
    public FormField and(List<Option> more) {
        return with(Stream.concat(options.stream(), more.stream()).toList());
    }

    public FormField with(List<Option> others) {
        return new FormField(name, control, label, hint, required, others, classes);
    }
}
