package org.conductregister.command.imports.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the values of a sheet leave open.
 *
 * @param field of the mapping that answers it
 * @param column the one that it is about; null where it is about the file
 * @param text the question, in words
 * @param options what may be answered; none where it is a number or a list of values
 * @param examples of values that raise it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(Field field, @Nullable String column, String text, List<String> options, List<String> examples) {

    public Question {
        options = List.copyOf(options);
        examples = List.copyOf(examples);
    }

    /** The fields of a mapping that answer questions. */
    public enum Field {
        SHEET("sheet"),
        HEADER("header"),
        DAYS("days"),
        ASSUME("assume"),
        BLANKS("blanks"),
        ODD_DAYS("oddDays"),
        BENT_NUMBERS("bentNumbers"),
        JOINED_NUMBERS("joinedNumbers");

        private final String fieldName;

        Field(String fieldName) {
            this.fieldName = fieldName;
        }

        @JsonValue
        public String fieldName() {
            return fieldName;
        }
    }
}
