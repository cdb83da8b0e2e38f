package org.conductregister.command.forms.fields;

import java.util.List;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.web.pages.FormFaults;
import tools.jackson.databind.node.ObjectNode;

/** A form as the JSON of an entry, so that both are read by the same rules. What cannot be read is left as it was typed. */
public final class FormJson {

    private final ObjectNode tree = FactJson.mapper().createObjectNode();
    private final FormFaults dayFaults = FormFaults.none();

    public FormJson(FactType type, List<FormField> fields, SentForm form) {
        tree.put("type", type.name());
        if (!form.text(SentForm.ENTRY_ID).isEmpty()) {
            tree.put(SentForm.ENTRY_ID, form.text(SentForm.ENTRY_ID));
        }
        for (var stated : type.fields()) {
            var shown = fields.stream()
                    .filter(field -> field.name().equals(stated.name()))
                    .findFirst();
            if (shown.isPresent()) {
                put(stated, shown.get(), form);
            } else if (stated.kind() == FactField.Kind.IDENTIFIER
                    && !form.text(stated.name()).isEmpty()) {
                tree.put(stated.name(), form.text(stated.name()));
            }
        }
    }

    public ObjectNode tree() {
        return tree;
    }

    /** Days that are none. */
    public FormFaults dayFaults() {
        return dayFaults;
    }

    private void put(FactField stated, FormField shown, SentForm form) {
        var name = stated.name();
        switch (stated.kind()) {
            case DAY -> {
                var day = form.day(name).read(shown.label(), shown.required(), dayFaults);
                if (day != null) {
                    tree.put(name, day.toString());
                }
            }
            case CODES -> {
                var items = shown.isChosen() ? List.copyOf(form.codes(name)) : form.items(name);
                if (!items.isEmpty()) {
                    var array = tree.putArray(name);
                    items.forEach(array::add);
                }
            }
            case NUMBER -> {
                if (form.text(name).matches("\\d{1,9}")) {
                    tree.put(name, Integer.parseInt(form.text(name)));
                } else {
                    putText(name, form);
                }
            }
            case YES_NO -> {
                if (form.text(name).matches("true|false")) {
                    tree.put(name, Boolean.parseBoolean(form.text(name)));
                } else {
                    putText(name, form);
                }
            }
            case CHOICE, CODE, IDENTIFIER, TEXT, FACT -> putText(name, form);
        }
    }

    private void putText(String name, SentForm form) {
        if (!form.text(name).isEmpty()) {
            tree.put(name, form.text(name));
        }
    }
}
