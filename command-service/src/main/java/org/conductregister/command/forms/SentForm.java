package org.conductregister.command.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.web.pages.DayField;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The values somebody has filled in so far: as typed, to be shown again beside what is wrong with them. */
public final class SentForm {

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
    List<String> items(String name) {
        return Arrays.stream(text(name).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
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

    SentForm setAll(String name, List<String> all) {
        values.put(name, new ArrayList<>(all));
        return this;
    }

    SentForm setDay(String name, LocalDate day) {
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
