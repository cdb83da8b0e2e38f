package org.conductregister.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An enum constant is stored by its word: to rename one would make old facts unreadable. */
class StoredWordsTest {

    static List<String> pinned() {
        return PinnedLines.lines("stored-words.txt");
    }

    @ParameterizedTest
    @MethodSource("pinned")
    void eachWordIsReadAndWrittenAsPinned(String line) {
        var words = line.split(" ");
        var type = enums().filter(choice -> choice.getSimpleName().equals(words[0]))
                .findFirst()
                .orElseThrow();

        for (int i = 1; i < words.length; i++) {
            var json = '"' + words[i] + '"';
            assertThat(FactJson.mapper().writeValueAsString(FactJson.mapper().readValue(json, type)))
                    .isEqualTo(json);
        }
        assertThat(type.getEnumConstants()).as("each constant is pinned").hasSize(words.length - 1);
    }

    @Test
    void theWordsOfEveryFieldArePinned() {
        assertThat(enums().map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(
                        pinned().stream().map(line -> line.split(" ")[0]).toList());
    }

    private static Stream<Class<?>> enums() {
        return FactType.all().stream()
                .flatMap(type -> Arrays.stream(type.javaType().getRecordComponents()))
                .<Class<?>>map(RecordComponent::getType)
                .filter(Class::isEnum)
                .distinct();
    }
}
