package org.conductregister.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private final Words words = new Words();

    @ParameterizedTest
    @CsvSource({
        "FINAL_WRITTEN_WARNING, Final written warning",
        "MisconductOutcomeImposed, Misconduct outcome imposed",
        "reportedYear, Reported year",
        "IOPC, IOPC",
        "2018, 2018"
    })
    void codesAreSaidInWords(String code, String said) {
        assertThat(words.label(code)).isEqualToIgnoringCase(said);
    }

    @ParameterizedTest
    @CsvSource({"GREATER_MANCHESTER, Greater Manchester", "DEVON_AND_CORNWALL, Devon and Cornwall"})
    void forcesAreNames(String code, String name) {
        assertThat(words.value("force", code)).isEqualTo(name);
    }

    @Test
    void daysAndTimesAreLondons() {
        assertThat(words.day(LocalDate.of(2018, 6, 2))).isEqualTo("2 June 2018");
        assertThat(words.moment(Instant.parse("2018-06-09T22:30:00Z"))).isEqualTo("9 June 2018 at 23:30");
    }

    @Test
    void numbersHaveTheirThousandsApart() {
        assertThat(words.counted(181_412, "case", "cases")).isEqualTo("181,412 cases");
        assertThat(words.counted(1, "case", "cases")).isEqualTo("1 case");
    }
}
