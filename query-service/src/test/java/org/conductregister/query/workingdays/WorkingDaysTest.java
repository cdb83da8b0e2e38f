package org.conductregister.query.workingdays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working days of England and Wales, as known at an instant. */
class WorkingDaysTest {

    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aYearHasTheBankHolidaysOfTheOfficialList() {
        var holidays = LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2025, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() < 6 && !isWorkingDay(day, LATER))
                .map(LocalDate::toString)
                .toList();

        assertThat(holidays)
                .isEqualTo(List.of(
                        "2024-01-01",
                        "2024-03-29",
                        "2024-04-01",
                        "2024-05-06",
                        "2024-05-27",
                        "2024-08-26",
                        "2024-12-25",
                        "2024-12-26"));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-09-19, 2022-09-09T22:59:59Z, true",
        "2022-09-19, 2022-09-09T23:00:00Z, false",
        "2020-05-08, 2019-06-06T00:00:00Z, true",
        "2020-05-04, 2019-06-06T00:00:00Z, false",
        "2020-05-08, 2019-06-07T00:00:00Z, false",
        "2020-05-04, 2019-06-07T00:00:00Z, true",
        "2012-06-05, 2026-01-01T00:00:00Z, false",
        "2023-05-08, 2022-11-05T00:00:00Z, true",
        "2023-05-08, 2026-01-01T00:00:00Z, false"
    })
    void aSpecialBankHolidayIsKnownFromItsAnnouncementOn(LocalDate day, Instant knownAt, boolean working) {
        assertThat(isWorkingDay(day, knownAt)).isEqualTo(working);
    }

    @Test
    void noWorkingDayIsOnAWeekendOrAHoliday() {
        LocalDate.of(1899, 12, 20)
                .datesUntil(LocalDate.of(1900, 2, 1))
                .forEach(day -> assertThat(
                                isWorkingDay(day, LATER) && day.getDayOfWeek().getValue() > 5)
                        .as("%s", day)
                        .isFalse());
        assertThat(isWorkingDay(LocalDate.of(2019, 12, 25), LATER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1850-03-04, 1850-03-11, 5", "2101-01-03, 2101-01-10, 5", "1969-12-26, 1970-01-02, 4"})
    void daysBetweenAreCountedInEveryYear(LocalDate after, LocalDate upTo, int days) {
        assertThat(count(upTo, LATER) - count(after, LATER)).isEqualTo(days);
    }

    private static boolean isWorkingDay(LocalDate day, Instant knownAt) {
        return count(day, knownAt) > count(day.minusDays(1), knownAt);
    }

    private static int count(LocalDate day, Instant knownAt) {
        return WorkingDays.knownAt(knownAt, List.of()).upTo(Math.toIntExact(day.toEpochDay()));
    }
}
