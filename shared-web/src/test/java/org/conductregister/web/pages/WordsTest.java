package org.conductregister.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.codelists.ListedCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final Map<CodeList, Map<String, String>> LABELS = Map.of(
            CodeList.FORCES, Map.of("LANCASHIRE", "Lancashire Constabulary"),
            CodeList.CATEGORIES, Map.of("COMPUTER_MISUSE", "Misuse of police computer systems"),
            CodeList.FINDINGS, Map.of("UPHELD", "Upheld in full"),
            CodeList.THEMES, Map.of("CULTURE", "Culture and behaviour"));

    private final Words words = new Words(new Listed());

    private record Listed() implements ListedCodes {

        @Override
        public boolean knows(CodeList list, String code) {
            return labels(list).containsKey(code);
        }

        @Override
        public Map<String, String> labels(CodeList list) {
            return LABELS.get(list);
        }
    }

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
    @CsvSource({"1, 0.1 MB", "49999, 0.1 MB", "1250001, 1.3 MB", "2000000000, '2,000.0 MB'"})
    void sizesAreSaidInMegabytes(long bytes, String said) {
        assertThat(words.size(bytes)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"GREATER_MANCHESTER, Greater Manchester", "DEVON_AND_CORNWALL, Devon and Cornwall"})
    void forcesOnNoListAreNames(String code, String name) {
        assertThat(words.value("force", code)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "force, LANCASHIRE, Lancashire Constabulary",
        "category, COMPUTER_MISUSE, Misuse of police computer systems",
        "finding, UPHELD, Upheld in full",
        "theme, CULTURE, Culture and behaviour"
    })
    void codesOfAListAreReadByTheirLabels(String dimension, String code, String label) {
        assertThat(words.value(dimension, code)).isEqualTo(label);
        assertThat(words.value("result", code)).isNotEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"category, NEW_CRIME, New crime", "finding, NONE, None", "theme, KEPT, Kept"})
    void codesOnNoListAreSaidInWords(String dimension, String code, String said) {
        assertThat(words.value(dimension, code)).isEqualTo(said);
    }

    @Test
    void theStatusPendingAndTheResultThatNothingDidYetHaveTwoNames() {
        assertThat(words.value("status", "PENDING")).isEqualTo("Pending");
        assertThat(words.value("result", "PENDING")).isEqualTo("No result yet");
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
