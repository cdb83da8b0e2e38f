package org.conductregister.command.imports.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.conductregister.command.imports.sheet.Cell;
import org.junit.jupiter.api.Test;

class ColumnDaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void oneDayAfterTheTwelfthTellsTheOrderOfAll() {
        assertThat(summary("3/2/2019", "4/2/2019", "13/2/2019").order()).isEqualTo(DayOrder.DMY);
        assertThat(summary("3/2/2019", "4/2/2019", "2/13/2019").order()).isEqualTo(DayOrder.MDY);
        assertThat(summary("2019-02-03", "2019/2/4").order()).isEqualTo(DayOrder.YMD);
    }

    @Test
    void isOpenWhereNothingTellsIt() {
        var found = summary("2019/2/3", "3 Feb 2019", "3/2/2019 00:00", "43499").found();

        assertThat(found.isOpen()).isTrue();
        assertThat(found.orders()).containsExactlyInAnyOrder(DayOrder.DMY, DayOrder.MDY);
        assertThat(found.examples()).containsExactly("3/2/2019 00:00");
    }

    @Test
    void aDayThatIsTheSameInBothOrdersLeavesNothingOpen() {
        assertThat(summary("3/3/2019", "2019-02-03").found().isOpen()).isFalse();
    }

    @Test
    void valuesOfTwoOrdersContradictOneAnother() {
        var found = summary("13/2/2019", "2/13/2019", "3/2/2019").found();

        assertThat(found.contradictory()).isTrue();
        assertThat(found.isOpen()).isTrue();
        assertThat(found.examples()).contains("13/2/2019", "2/13/2019");
    }

    @Test
    void aYearOfTwoDigitsMayStandInFront() {
        assertThat(summary("13/02/19").found().orders()).containsExactlyInAnyOrder(DayOrder.DMY, DayOrder.YMD);
        assertThat(summary("28/02/19").order()).isEqualTo(DayOrder.DMY);
        assertThat(summary("98/02/03").order()).isEqualTo(DayOrder.YMD);
        assertThat(summary("3/2/19").found().orders()).containsExactlyInAnyOrder(DayOrder.DMY, DayOrder.MDY);
    }

    @Test
    void countsWhatIsOddOrNoDay() {
        var days = summary("01/01/1900", "06/07/1905", "13/02/2019", "December 2011", "29/11/2026", "soon")
                .in(DayOrder.DMY);

        assertThat(days.exact()).isEqualTo(4);
        assertThat(days.within()).isEqualTo(1);
        assertThat(days.notDays()).isEqualTo(1);
        assertThat(days.oddExamples()).containsExactly("01/01/1900", "06/07/1905", "29/11/2026");
        assertThat(days.earliest()).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(days.latest()).isEqualTo(LocalDate.of(2026, 11, 29));
    }

    @Property
    void writtenInOneOrderItIsFoundOrOpenAndNeverAnother(
            @ForAll("days") List<LocalDate> days, @ForAll("formats") Format format) {
        var written = days.stream().map(format::write).toList();

        var summary = summary(written.toArray(String[]::new));

        var found = summary.order();
        if (found == null && summary.found().isOpen()) {
            assertThat(summary.found().orders()).contains(format.order());
        }
        if (!summary.found().isOpen()) {
            var reader = new DayReader(found, TODAY);
            assertThat(written.stream().map(text -> reader.read(Cell.of(text))))
                    .isEqualTo(days.stream()
                            .map(day -> (DayReading) new DayReading.Exact(day))
                            .toList());
        }
    }

    @Property
    void readInTheOrderWrittenItIsTheSameDay(@ForAll("days") List<LocalDate> days, @ForAll("formats") Format format) {
        var reader = new DayReader(format.order(), TODAY);

        for (var day : days) {
            assertThat(reader.read(Cell.of(format.write(day)))).isEqualTo(new DayReading.Exact(day));
        }
    }

    record Format(DayOrder order, String pattern) {

        String write(LocalDate day) {
            return day.atTime(13, 5).format(DateTimeFormatter.ofPattern(pattern, Locale.UK));
        }
    }

    @Provide
    Arbitrary<Format> formats() {
        var orders = Stream.of(
                new Format(DayOrder.DMY, "d-M-uuuu"),
                new Format(DayOrder.DMY, "dd-MM-uuuu"),
                new Format(DayOrder.DMY, "d-M-uu"),
                new Format(DayOrder.DMY, "dd-MM-uu"),
                new Format(DayOrder.DMY, "d-MMM-uu"),
                new Format(DayOrder.DMY, "EEEE d MMMM uuuu"),
                new Format(DayOrder.MDY, "M-d-uuuu"),
                new Format(DayOrder.MDY, "MM-dd-uuuu"),
                new Format(DayOrder.MDY, "MM-dd-uu"),
                new Format(DayOrder.MDY, "MMMM d, uuuu"),
                new Format(DayOrder.YMD, "uuuu-M-d"),
                new Format(DayOrder.YMD, "uuuu-MM-dd'T'HH:mm"),
                new Format(DayOrder.YMD, "uuuuMMdd"),
                new Format(DayOrder.YMD, "uu-MM-dd"));
        return Arbitraries.of(orders.flatMap(format -> Stream.of("-", "/", ".", " ")
                        .flatMap(separator -> Stream.of("", " HH:mm", " h:mm a")
                                .filter(time ->
                                        time.isEmpty() || !format.pattern().contains("HH"))
                                .map(time -> new Format(
                                        format.order(), format.pattern().replace("-", separator) + time))))
                .toList());
    }

    @Provide
    Arbitrary<List<LocalDate>> days() {
        return Dates.dates()
                .between(LocalDate.of(1950, 1, 1), TODAY)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static DaySummary summary(String... values) {
        var days = new ColumnDays(TODAY);
        for (var value : values) {
            days.add(Cell.of(value));
        }
        return days.summary();
    }
}
