package org.conductregister.standalone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a question. */
final class QuestionParameters {

    private final Map<String, List<String>> parameters = new HashMap<>();

    QuestionParameters(String question) {
        for (var pair : question.split("&")) {
            var parts = pair.split("=");
            parameters.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
        }
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    String one(String name, String otherwise) {
        return all(name).isEmpty() ? otherwise : all(name).getFirst();
    }

    /** Whether nothing is asked of this, or just this value among others. */
    boolean any(String name, String value) {
        return all(name).isEmpty() || all(name).contains(value);
    }

    boolean within(String from, String to, LocalDate day) {
        return !day.isBefore(LocalDate.parse(one(from, "1829-01-01")))
                && !day.isAfter(LocalDate.parse(one(to, "9999-12-31")));
    }

    LocalDate asAt() {
        return LocalDate.parse(one("asAt", "9999-12-31"));
    }
}
