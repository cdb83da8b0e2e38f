package org.conductregister.query.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conductregister.web.pages.Words;

/** Instants of an address as an input of date and time can show them, however the address states them. */
final class TypedTimes {

    private TypedTimes() {}

    static Map<String, String> in(Map<String, String> typed) {
        var shown = new LinkedHashMap<>(typed);
        shown.computeIfPresent("knownAt", (name, text) -> shown(text));
        shown.computeIfPresent("knownAt2", (name, text) -> shown(text));
        return shown;
    }

    private static String shown(String text) {
        try {
            if (text.endsWith("Z")) {
                var there = Instant.parse(text).atZone(Words.LONDON).toLocalDateTime();
                return there.truncatedTo(ChronoUnit.SECONDS).toString();
            }
            return text.contains("T") ? text : LocalDate.parse(text) + "T23:59:59";
        } catch (DateTimeException notATime) {
            return text;
        }
    }
}
