package org.conductregister.command.imports.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of a file of entries are never guessed. */
class UnsureDaysTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2019-02-03 | 2019-02-04 | false
            3/2/2019   | 13/2/2019  | false
            3/3/2019   | 2019-02-04 | false
            3/2/2019   | 4/2/2019   | true
            3/2/2019   | 2/13/2019  | true
            13/2/2019  | 2/13/2019  | true
            """)
    void aColumnThatMayHaveTheMonthFirstIsNamed(String one, String other, boolean unsure) throws IOException {
        var file = Files.writeString(
                directory.resolve("entries.csv"),
                "type,caseId,occurredOn\nCaseClosed,C-1,%s\nCaseClosed,C-2,%s\n".formatted(one, other));
        var columns = Columns.of(file);

        var found = UnsureDays.of(file, columns, MappingForm.guessed(columns), LocalDate.of(2026, 11, 28));

        assertThat(found.keySet())
                .extracting(Columns.Column::name)
                .isEqualTo(unsure ? List.of("occurredOn") : List.of());
        assertThat(found.values())
                .allSatisfy(sentence -> assertThat(sentence).contains("year first", "the day or the month"));
    }
}
