package org.conductregister.command.imports.pages;

import org.conductregister.command.imports.profile.Answers;
import org.conductregister.entries.FactJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Answers to questions as fields of a mapping's JSON. */
final class AnswersJson {

    private AnswersJson() {}

    /** The mapping with the answers; what they do not say is left as it is. */
    static ObjectNode put(ObjectNode mapping, Answers answers) {
        var answered = mapping.deepCopy();
        if (answers.sheet() != null) {
            answered.put("sheet", answers.sheet());
        }
        if (answers.header() != null) {
            answered.put("header", answers.header());
        }
        if (!answers.daysOf().isEmpty()) {
            var days = answered.putObject("days");
            answers.daysOf().forEach((column, order) -> days.put(column, order.name()));
        }
        putAll(answered, "blanks", answers.blanks());
        putAll(answered, "notBlanks", answers.notBlanks());
        putWord(answered, "assume", answers.assume());
        putWord(answered, "oddDays", answers.oddDays());
        putWord(answered, "bentNumbers", answers.bentNumbers());
        putWord(answered, "joinedNumbers", answers.joinedNumbers());
        return answered;
    }

    private static void putAll(ObjectNode mapping, String name, Iterable<String> values) {
        var array = FactJson.mapper().createArrayNode();
        values.forEach(array::add);
        if (!array.isEmpty()) {
            mapping.set(name, array);
        }
    }

    private static void putWord(ObjectNode mapping, String name, @Nullable Enum<?> word) {
        if (word != null) {
            mapping.put(name, word.name());
        }
    }
}
