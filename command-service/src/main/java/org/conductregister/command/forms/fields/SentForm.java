package org.conductregister.command.forms.fields;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.conductregister.web.pages.DayField;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The values somebody has filled in so far: as typed, to be shown again beside what is wrong with them. */
public final class SentForm {

    /** The field that carries the identity of the entry. */
    public static final String ENTRY_ID = "entryId";

    /** Follows the name of a field of codes: where others are typed in words. */
    public static final String OTHER = ".other";

    /** Follows the name of a field for a number: that it is right though nobody has it. */
    public static final String CONFIRMED = ".confirmed";

    /** Follows the name of a field for a number: the number that is asked about. */
    public static final String ASKED = ".asked";

    private static final Pattern NO_CODE = Pattern.compile("[^A-Z0-9]+");

    private final MultiValueMap<String, String> values;

    public SentForm(MultiValueMap<String, String> values) {
        this.values = new LinkedMultiValueMap<>(values);
    }

    /** Empty where nothing was sent. Lines end as they do in texts, not as they do in forms. */
    public String text(String name) {
        var value = values.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    public Set<String> all(String name) {
        return new TreeSet<>(values.getOrDefault(name, List.of()));
    }

    /** The items of a text that separates them by commas. */
    public List<String> items(String name) {
        return Arrays.stream(text(name).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** The codes that were chosen, and those of the words that were typed beside them: “Off duty” is {@code OFF_DUTY}. */
    public Set<String> codes(String name) {
        var codes = new TreeSet<>(all(name));
        codes.remove("");
        for (var words : items(name + OTHER)) {
            var plain = Normalizer.normalize(words, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
            var code = NO_CODE.matcher(plain.replaceAll("\\p{M}", "")).replaceAll("_");
            codes.add(code.replaceAll("^_|_$", ""));
        }
        return codes;
    }

    public DayField day(String name) {
        return DayField.sent(name, values);
    }

    /** Fills in what was not sent. */
    public SentForm or(String name, String value) {
        if (text(name).isEmpty()) {
            values.set(name, value);
        }
        return this;
    }

    public SentForm set(String name, String value) {
        values.set(name, value);
        return this;
    }

    public SentForm setAll(String name, List<String> all) {
        values.put(name, new ArrayList<>(all));
        return this;
    }

    public SentForm setDay(String name, LocalDate day) {
        var shown = DayField.of(name, day);
        return set(name + "-day", shown.day())
                .set(name + "-month", shown.month())
                .set(name + "-year", shown.year());
    }

    /** Fills in a day of which no part was sent. */
    public SentForm or(String name, LocalDate day) {
        var sent = day(name);
        if (sent.equals(DayField.empty(name))) {
            setDay(name, day);
        }
        return this;
    }

    /** Whether an allegation that is reported comes with a case that is new. */
    public boolean opensCase() {
        return text("which").equals("NEW");
    }

    /** Everything that was sent, by name. */
    public Map<String, List<String>> values() {
        return values;
    }

    public MultiValueMap<String, String> copy() {
        return new LinkedMultiValueMap<>(values);
    }
}
