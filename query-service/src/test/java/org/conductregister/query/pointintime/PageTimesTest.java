package org.conductregister.query.pointintime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.pages.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTimesTest {

    private final PageTimes pageTimes = new PageTimes(
            Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC), new Words(new NoCodes()), () -> 0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''         | ''                   | As at today, 22 November 2026, as known now
        2018-06-02 | ''                   | As at 2 June 2018, as known now
        2018-06-02 | 2018-06-09           | As at 2 June 2018, as known on 9 June 2018
        2018-06-02 | 2018-06-09T10:14     | As at 2 June 2018, as known on 9 June 2018 at 10:14
        2018-06-02 | 2018-06-09T10:14:00+02:00 | As at 2 June 2018, as known on 9 June 2018 at 09:14
        2018-06-02 | 2018-06-09T10:14:00Z | As at 2 June 2018, as known on 9 June 2018 at 11:14
        """)
    void theTimesAreSaidAsTheyWereAsked(String asAt, String knownAt, String sentence) {
        var parameters = parameters(asAt, knownAt);

        assertThat(pageTimes.sentence(pageTimes.asked(parameters))).isEqualTo(sentence);
        assertThat(parameters.faults()).isEmpty();
    }

    @Test
    void aDayOfKnowledgeIsAllOfItInLondon() {
        assertThat(pageTimes.asked(parameters("", "2018-06-09")).knownAt()).isEqualTo("2018-06-09T22:59:59.999999999Z");
    }

    @ParameterizedTest
    @CsvSource({"yesterday, ''", "2018-02-30, ''", "'', yesterday", "'', 2018-06-09T25:00"})
    void whatIsNoTimeIsNotedAndTodayOrNowStandsIn(String asAt, String knownAt) {
        var parameters = parameters(asAt, knownAt);
        var asked = pageTimes.asked(parameters);

        assertThat(parameters.faults()).hasSize(1);
        assertThat(pageTimes.sentence(asked)).isEqualTo("As at today, 22 November 2026, as known now");
    }

    @Test
    void aPlusThatArrivedAsABlankIsToldApart() {
        var parameters = parameters("", "2018-06-09T10:14:00 02:00");
        pageTimes.asked(parameters);

        assertThat(parameters.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("is written %2B"));
    }

    private static Parameters parameters(String asAt, String knownAt) {
        return new Parameters(Map.of("asAt", List.of(asAt), "knownAt", List.of(knownAt)));
    }

    private record NoCodes() implements ListedCodes {

        @Override
        public boolean knows(CodeList list, String code) {
            return false;
        }

        @Override
        public Map<String, String> labels(CodeList list) {
            return Map.of();
        }
    }
}
