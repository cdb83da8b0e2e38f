package org.conductregister.web.pages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults of a submitted form, in the order of its fields; shown in the summary and at each field. */
public final class FormFaults {

    private final List<Fault> all = new ArrayList<>();

    /**
     * One fault, as a sentence for the person who filled in the form.
     *
     * @param field the field's name; null for what is wrong with the whole
     * @param target the id of the input that the summary leads to
     * @param links to pages where something can be done about it
     */
    public record Fault(@Nullable String field, @Nullable String target, String message, List<Link> links) {}

    /**
     * A link to another page.
     *
     * @param href within the register, from its root
     */
    public record Link(String text, String href) {}

    public static FormFaults none() {
        return new FormFaults();
    }

    public FormFaults add(@Nullable String field, String message) {
        return add(field, field, message);
    }

    public FormFaults add(@Nullable String field, @Nullable String target, String message) {
        return add(field, target, message, List.of());
    }

    public FormFaults add(@Nullable String field, @Nullable String target, String message, List<Link> links) {
        all.add(new Fault(field, target, message, List.copyOf(links)));
        return this;
    }

    /** Adds all of others. */
    public FormFaults addAll(FormFaults others) {
        all.addAll(others.all);
        return this;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<Fault> all() {
        return List.copyOf(all);
    }

    /** The first thing wrong with a field; null where nothing is. */
    public @Nullable String of(String field) {
        return all.stream()
                .filter(fault -> field.equals(fault.field()))
                .map(Fault::message)
                .findFirst()
                .orElse(null);
    }
}
