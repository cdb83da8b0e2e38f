package org.conductregister.query.statistics.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.conductregister.query.pointintime.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days that points of series and periods of flows end on. */
class PeriodsTest {

    @Test
    void financialYearsEndOnThe31stOfMarch() {
        var years = new Periods(SeriesStep.YEAR, MonthDay.of(4, 1), false);

        assertThat(years.days(LocalDate.of(2017, 3, 31), LocalDate.of(2021, 3, 31)))
                .extracting(LocalDate::toString)
                .containsExactly("2017-03-31", "2018-03-31", "2019-03-31", "2020-03-31", "2021-03-31");
        assertThat(years.days(LocalDate.of(2017, 4, 1), LocalDate.of(2018, 6, 30)))
                .extracting(LocalDate::toString)
                .containsExactly("2018-03-31", "2018-06-30");
    }

    @Test
    void yearsEndWithTheCalendarsWhereNothingElseIsAsked() {
        var years = new Periods(SeriesStep.YEAR, Periods.NEW_YEAR, false);

        assertThat(years.days(LocalDate.of(2019, 12, 31), LocalDate.of(2021, 2, 1)))
                .extracting(LocalDate::toString)
                .containsExactly("2019-12-31", "2020-12-31", "2021-02-01");
    }

    @Test
    void anchoredStepsKeepTheDayOfTheMonthWhereItIs() {
        var months = new Periods(SeriesStep.MONTH, Periods.NEW_YEAR, true);

        assertThat(months.days(LocalDate.of(2020, 1, 31), LocalDate.of(2020, 4, 15)))
                .extracting(LocalDate::toString)
                .containsExactly("2020-01-31", "2020-02-29", "2020-03-31", "2020-04-15");
        assertThat(new Periods(SeriesStep.QUARTER, Periods.NEW_YEAR, true)
                        .days(LocalDate.of(2020, 1, 31), LocalDate.of(2020, 7, 31)))
                .hasSize(3);
    }

    @Test
    void noMoreDaysAreMadeThanOneMoreThanThereMayBe() {
        var days = new Periods(SeriesStep.DAY, Periods.NEW_YEAR, false);

        assertThat(days.days(LocalDate.of(1900, 1, 1), LocalDate.of(2000, 1, 1)))
                .hasSize(Periods.MOST + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "YEAR,  4-1,   ,     yearStart",
        "YEAR,  02-29, ,     yearStart",
        "YEAR,  13-01, ,     yearStart",
        "MONTH, 04-01, ,     yearStart",
        "YEAR,  04-01, true, yearStart",
        "YEAR,  ,      yes,  anchored",
        "MOON,  ,      ,     step",
        ",      ,      ,     step"
    })
    void whatCannotBeMeantIsRefusedByName(String step, String yearStart, String anchored, String named) {
        var parameters =
                new Parameters(Map.of("step", given(step), "yearStart", given(yearStart), "anchored", given(anchored)));

        Periods.read(parameters, true);

        assertThat(parameters.faults())
                .hasSize(1)
                .allSatisfy(fault -> assertThat(fault.toString()).contains(named));
    }

    private static List<String> given(String value) {
        return value == null ? List.of() : List.of(value);
    }
}
