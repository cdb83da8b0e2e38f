package org.conductregister.query.pointintime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.conductregister.query.pointintime.InvalidParametersException.Fault;
import org.conductregister.terms.CaseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private final ReadParameters london =
            new ReadParameters(Clock.fixed(Instant.parse("2018-06-01T23:30:00Z"), ZoneOffset.UTC), () -> 40);

    @Test
    void readsTheTimesOfARead() {
        var parameters = parameters(Map.of(
                "asAt", List.of("2012-03-04"), "knownAt", List.of("2013-01-01T00:00:00Z"), "atLeast", List.of("17")));

        assertThat(london.times(parameters))
                .isEqualTo(new AskedTimes(LocalDate.of(2012, 3, 4), Instant.parse("2013-01-01T00:00:00Z"), 17, 40));
    }

    @Test
    void todayBeginsAtMidnightInLondon() {
        assertThat(london.times(parameters(Map.of())))
                .isEqualTo(new AskedTimes(LocalDate.of(2018, 6, 2), PointInTime.NOW, 0, 40));
    }

    @Test
    void everyFaultIsNamed() {
        var parameters = parameters(Map.of(
                "asAt", List.of("2012-02-30"),
                "knownAt", List.of("yesterday"),
                "atLeast", List.of("-1"),
                "page", List.of("1", "2"),
                "kind", List.of("COMPLAINT", "RUMOUR"),
                "forse", List.of("LANCASHIRE")));

        london.times(parameters);
        parameters.number("page", 0, 0, 100);
        parameters.choices("kind", CaseKind.class);
        parameters.refuseUnknown();

        assertThat(catchThrowableOfType(InvalidParametersException.class, parameters::refuseFaults)
                        .faults())
                .containsExactly(
                        new Fault("asAt", "must be a day of the calendar, as YYYY-MM-DD"),
                        new Fault("knownAt", "must be an instant in UTC, such as 2018-06-02T09:30:00Z"),
                        new Fault("atLeast", "must be from 0 to 9223372036854775807"),
                        new Fault("page", "must not be given more than once"),
                        new Fault(
                                "kind",
                                "must be one of COMPLAINT, CONDUCT, RECORDABLE_CONDUCT, DEATH_OR_SERIOUS_INJURY"),
                        new Fault("forse", "is not a parameter of this call"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-06-02T10:30:00 01:00", "2018-06-02T10:30 0100", "2018-06-02T10:30:00.5 01"})
    void aPlusThatArrivedAsABlankIsToldApart(String knownAt) {
        var parameters = parameters(Map.of("knownAt", List.of(knownAt)));

        london.times(parameters);

        assertThat(parameters.faults())
                .containsExactly(new Fault(
                        "knownAt",
                        "must be an instant in UTC, such as 2018-06-02T09:30:00Z; in an address the + before an"
                                + " offset is written %2B, as in 2018-06-02T10:30:00%2B01:00, for + means a blank"));
    }

    @Test
    void anInstantMayHaveAnOffset() {
        var parameters = parameters(Map.of("knownAt", List.of("2018-06-02T10:30:00+01:00")));

        assertThat(london.times(parameters).knownAt()).isEqualTo("2018-06-02T09:30:00Z");
        assertThat(parameters.faults()).isEmpty();
    }

    @Test
    void aParameterWithoutAValueIsAsIfItWereNotThere() {
        var parameters = parameters(Map.of("asAt", List.of(""), "force", List.of("", "KENT")));

        assertThat(london.times(parameters).asAt()).isEqualTo(LocalDate.of(2018, 6, 2));
        assertThat(parameters.texts("force")).containsExactly("KENT");
    }

    @Test
    void aListIsRepeatedOrWrittenWithCommas() {
        var parameters = parameters(Map.of("groupBy", List.of("force, kind", "status")));

        assertThat(parameters.list("groupBy")).containsExactly("force", "kind", "status");
    }

    private static Parameters parameters(Map<String, List<String>> values) {
        return new Parameters(values);
    }
}
