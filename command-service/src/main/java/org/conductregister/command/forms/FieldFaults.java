package org.conductregister.command.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conductregister.entries.MalformedEntryException;
import org.conductregister.entries.MalformedEntryException.Code;
import org.conductregister.entries.MalformedEntryException.Fault;
import org.conductregister.web.pages.FormFaults;

/** Puts the faults of an entry at the fields of its form, in the order and the words of the form. */
final class FieldFaults {

    private static final Pattern WORD = Pattern.compile("\\w+");

    private FieldFaults() {}

    /** @param dayFaults hold for their fields instead of what the entry lacks for want of a day */
    static FormFaults of(MalformedEntryException malformed, List<FormField> fields, FormFaults dayFaults) {
        var faults = FormFaults.none();
        for (var field : fields) {
            if (dayFaults.of(field.name()) != null) {
                dayFaults.all().stream()
                        .filter(fault -> field.name().equals(fault.field()))
                        .findFirst()
                        .ifPresent(fault -> faults.add(fault.field(), fault.target(), fault.message()));
            } else {
                malformed.faults().stream()
                        .filter(fault -> isAt(fault, field))
                        .findFirst()
                        .ifPresent(fault -> faults.add(field.name(), field.target(), message(fault, field, fields)));
            }
        }
        malformed.faults().stream()
                .filter(fault -> fields.stream().noneMatch(field -> isAt(fault, field)))
                .forEach(fault -> faults.add(null, fault.pointer().substring(1) + " " + fault.detail()));
        return faults;
    }

    private static boolean isAt(Fault fault, FormField field) {
        return (fault.pointer() + "/").startsWith("/" + field.name() + "/");
    }

    private static String message(Fault fault, FormField field, List<FormField> fields) {
        if (fault.code() == Code.FIELD_MISSING) {
            return (field.isChosen() ? "Choose an answer for “%s”" : "Fill in “%s”").formatted(field.label());
        }
        return "“%s” %s".formatted(field.label(), inWords(fault.detail(), fields));
    }

    /** With the text of each option of the form in place of its code. */
    private static String inWords(String detail, List<FormField> fields) {
        var words = new LinkedHashMap<String, String>();
        fields.forEach(field -> field.options().forEach(option -> words.put(option.value(), option.text())));
        return WORD.matcher(detail)
                .replaceAll(word -> Matcher.quoteReplacement(words.getOrDefault(word.group(), word.group())));
    }
}
