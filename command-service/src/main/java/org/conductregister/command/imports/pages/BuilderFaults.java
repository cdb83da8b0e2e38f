package org.conductregister.command.imports.pages;

import org.conductregister.command.imports.run.SheetRefusal;
import org.conductregister.entries.FactType;
import org.conductregister.web.Problem.Item;
import org.conductregister.web.pages.FieldWords;
import tools.jackson.databind.node.ObjectNode;

/** Puts the faults of a mapping that is being built into the words of its page. */
final class BuilderFaults {

    private BuilderFaults() {}

    /** @param target the field of the page that the fault is about */
    static String sentence(Item item, String target, ObjectNode mapping, FieldWords fields) {
        if (target.equals(BuilderForm.FORCE)) {
            return "Choose whose cases the rows are about";
        }
        if (target.equals(BuilderForm.CASE)) {
            return "FIELD_MISSING".equals(item.code())
                    ? "Enter how the case number is made, with the name of a column in braces, such as {Case no.}"
                    : "The case number " + item.detail();
        }
        if (target.equals(BuilderForm.OFFICER)) {
            return "FIELD_MISSING".equals(item.code())
                    ? "Enter how the officer’s number is made, with the name of a column in braces, such as {Badge}"
                    : "The officer’s number " + item.detail();
        }
        var parts = target.split("-", 3);
        var type = parts.length == 3 && parts[0].equals("fact")
                ? FactType.named(mapping.at("/facts/" + parts[1] + "/type").asString(""))
                        .orElse(null)
                : null;
        if (type == null) {
            return "The mapping " + SheetRefusal.plain(item.detail());
        }
        var fact = SheetRefusal.plain(type.name());
        return "FIELD_MISSING".equals(item.code())
                ? "%s: choose where “%s” comes from".formatted(fact, fields.label(type, parts[2]))
                : "%s: “%s” %s".formatted(fact, fields.label(type, parts[2]), SheetRefusal.plain(item.detail()));
    }
}
