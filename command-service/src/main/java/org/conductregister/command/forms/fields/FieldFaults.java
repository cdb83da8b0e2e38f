package org.conductregister.command.forms.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conductregister.entries.MalformedEntryException;
import org.conductregister.entries.MalformedEntryException.Code;
import org.conductregister.entries.MalformedEntryException.Fault;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Words;

/** Puts the faults of an entry at the fields of its form, in the order and the words of the form. */
public final class FieldFaults {

    private static final Pattern WORD = Pattern.compile("\\w+");

    private FieldFaults() {}

    /**
     * Returns what is wrong, in the order of the fields.
     *
     * @param dayFaults hold for their fields instead of what the entry lacks for want of a day
     */
    public static FormFaults of(MalformedEntryException malformed, List<FormField> fields, FormFaults dayFaults) {
        var faults = FormFaults.none();
        for (var field : fields) {
            if (dayFaults.of(field.name()) != null) {
                dayFaults.all().stream()
                        .filter(fault -> field.name().equals(fault.field()))
                        .findFirst()
                        .ifPresent(fault -> faults.add(fault.field(), fault.target(), fault.message(), fault.links()));
            } else {
                malformed.faults().stream()
                        .filter(fault -> isAt(fault, field))
                        .findFirst()
                        .ifPresent(fault -> faults.add(field.name(), field.target(), message(fault, field, fields)));
            }
        }
        malformed.faults().stream()
                .filter(fault -> fields.stream().noneMatch(field -> isAt(fault, field)))
                .forEach(fault -> faults.add(null, ofForm(fault)));
        return faults;
    }

    /** Returns a sentence for a fault in the parts that the page itself sends along. */
    private static String ofForm(Fault fault) {
        return fault.pointer().equals("/" + SentForm.ENTRY_ID)
                ? "This form is not as the register sent it. Open it again, and fill it in anew."
                : "“%s” %s".formatted(fault.pointer().replaceFirst("^/", ""), inWords(fault.detail(), List.of()));
    }

    private static boolean isAt(Fault fault, FormField field) {
        return (fault.pointer() + "/").startsWith("/" + field.name() + "/");
    }

    private static String message(Fault fault, FormField field, List<FormField> fields) {
        if (fault.code() == Code.FIELD_MISSING) {
            return (field.isChosen() ? "Choose an answer for “%s”" : "Fill in “%s”").formatted(field.label());
        }
        return field.control() == FormField.Control.OFFICER
                ? "“%s” must be a number. Choose from what is found as you type, or look the name up under Officers. A number has letters, digits, hyphens and full stops: PC/49 is written PC-49"
                        .formatted(field.label())
                : "“%s” %s".formatted(field.label(), inWords(fault.detail(), fields));
    }

    /** With the text of each option of the form in place of its code. */
    private static String inWords(String detail, List<FormField> fields) {
        var words = new LinkedHashMap<String, String>();
        fields.forEach(field -> field.options().forEach(option -> words.put(option.value(), option.text())));
        return WORD.matcher(Words.withDaysInWords(detail))
                .replaceAll(word -> Matcher.quoteReplacement(words.getOrDefault(word.group(), word.group())));
    }
}
