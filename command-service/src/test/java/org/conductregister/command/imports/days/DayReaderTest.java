package org.conductregister.command.imports.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.conductregister.command.imports.days.DayReading.Exact;
import org.conductregister.command.imports.days.DayReading.NotADay;
import org.conductregister.command.imports.days.DayReading.Nothing;
import org.conductregister.command.imports.days.DayReading.Within;
import org.conductregister.command.imports.sheet.Cell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019/2/3",
                "2019/02/03 00:00:00+00",
                "2019-2-3",
                "2019-02-03",
                "2019.02.03",
                "2019 2 3",
                "20190203",
                "2019-02-03T14:05:06.789Z",
                "2019-02-03T14:05:06+01:00",
                "2019-02-03Z",
                "3 Feb 2019",
                "03-Feb-19",
                "3.Feb.2019",
                "3 February 2019",
                "3rd February 2019",
                "3rd of February, 2019",
                "February 3, 2019",
                "Feb 3 2019",
                "FEB-03-19",
                "2019-Feb-03",
                "03FEB2019",
                "03FEB2019:00:00:00",
                "Sun 3 Feb 2019",
                "Sunday, 3 February 2019 10:30 pm",
                "Sun, 03 Feb 2019 10:00:00 GMT",
                "Sun, 03 Feb 2019 10:00:00 +0000",
                "Sun Feb 03 10:00:00 GMT 2019",
                "Sun Feb  3 10:00:00 2019",
                "Sun Feb 03 2019 00:00:00 GMT+0000 (Greenwich Mean Time)",
                "2019-02-03T10:00:00[Europe/London]",
                "2019-02-03T10:00:00+01:00[Europe/Paris]",
                "03-FEB-19 12.00.00.000000 AM",
                "43499",
                "43499.0",
                "43499.75",
                "2019-02-03*"
            })
    void isTheSameDayWhateverTheOrder(String written) {
        for (var order : new DayOrder[] {null, DayOrder.DMY, DayOrder.MDY, DayOrder.YMD}) {
            assertThat(read(written, order)).isEqualTo(new Exact(LocalDate.of(2019, 2, 3)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3 février 2019, 2019-02-03", "3 févr. 2019, 2019-02-03", "le 1er juin 2019, 2019-06-01",
                "3 AOÛT 2019, 2019-08-03",
        "3. Februar 2019, 2019-02-03", "3. März 2019, 2019-03-03", "3.Okt.2019, 2019-10-03", "31-Dez-19, 2019-12-31",
        "3 de febrero de 2019, 2019-02-03", "3-ene-2019, 2019-01-03", "3 dic 2019, 2019-12-03",
                "3 luglio 2019, 2019-07-03",
        "3 mei 2019, 2019-05-03", "3 mrt. 2019, 2019-03-03", "3 de março de 2019, 2019-03-03",
                "3 października 2019, 2019-10-03",
        "3 Chwefror 2019, 2019-02-03", "dimanche 3 février 2019, 2019-02-03", "3 juil. 2019, 2019-07-03",
                "3 maj 2019, 2019-05-03"
    })
    void readsMonthsInTheLanguagesOfNeighbours(String written, LocalDate day) {
        assertThat(read(written, null)).isEqualTo(new Exact(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-00-00", "00/00/0000", "030219", "043499"})
    void whatAProgramWritesForNoDayIsNone(String written) {
        for (var order : DayOrder.values()) {
            assertThat(read(written, order)).isEqualTo(new NotADay());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 jui 2019", "3 ju 2019", "3 foo 2019", "3 ma 2019", "30 février 2019"})
    void aWordThatMayBeSeveralMonthsIsNone(String written) {
        assertThat(read(written, null)).isEqualTo(new NotADay());
    }

    @ParameterizedTest
    @CsvSource({
        "3/2/2019, DMY", "03/02/2019, DMY", "3-2-2019, DMY", "3.2.2019, DMY", "3. 2. 2019, DMY", "3 2 2019, DMY",
        "3/2/2019 00:00, DMY", "03/02/19, DMY", "2/3/2019, MDY", "02/03/19, MDY", "2/3/2019 12:00:00 AM, MDY",
                "19/02/03, YMD",
        "19-02-03, YMD"
    })
    void isReadInTheOrderOfItsColumn(String written, DayOrder order) {
        assertThat(read(written, order)).isEqualTo(new Exact(LocalDate.of(2019, 2, 3)));
        assertThat(read(written, null)).isEqualTo(new NotADay());
    }

    @ParameterizedTest
    @CsvSource({"13/2/2019, MDY", "2/13/2019, DMY", "3/2/2019, YMD", "31/4/2019, DMY", "29/2/2019, DMY", "3/2/9, YMD"})
    void isNeverReadInAnotherOrder(String written, DayOrder order) {
        assertThat(read(written, order)).isEqualTo(new NotADay());
    }

    @Test
    void takesTwoDigitsForAYearOfTheLastHundred() {
        assertThat(read("1/1/26", DayOrder.DMY)).isEqualTo(new Exact(LocalDate.of(2026, 1, 1)));
        assertThat(read("1/1/27", DayOrder.DMY)).isEqualTo(new Exact(LocalDate.of(1927, 1, 1)));
        assertThat(read("1-Jan-99", null)).isEqualTo(new Exact(LocalDate.of(1999, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "2013-11-??, 2013-11-01, 2013-11-30",
        "2013-11-00, 2013-11-01, 2013-11-30",
        "??/11/2013, 2013-11-01, 2013-11-30",
        "2013-??-??, 2013-01-01, 2013-12-31",
        "xx/xx/2013, 2013-01-01, 2013-12-31",
        "00/01/1900, 1900-01-01, 1900-01-31",
        "December 2011*, 2011-12-01, 2011-12-31",
        "Dec-11, 2011-12-01, 2011-12-31",
        "?? Dec 2011, 2011-12-01, 2011-12-31",
        "12/2011, 2011-12-01, 2011-12-31",
        "2011-12, 2011-12-01, 2011-12-31",
        "c. 2006, 2006-01-01, 2006-12-31",
        "about March 2006, 2006-03-01, 2006-03-31",
        "2006, 2006-01-01, 2006-12-31",
        "2006.0, 2006-01-01, 2006-12-31"
    })
    void aMonthOrAYearAloneIsNotADay(String written, LocalDate first, LocalDate last) {
        assertThat(read(written, DayOrder.DMY)).isEqualTo(new Within(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NA",
                "-",
                "tomorrow",
                "5540017",
                "19999",
                "60001",
                "0",
                "1",
                "-43499",
                "2019-13-01",
                "2019-02-30",
                "32 Jan 2019",
                "2018/19",
                "11-Dec",
                "3 Feb",
                "Feb",
                "about 3 Feb 2019",
                "3 Feb 2019 to 4 Feb 2019",
                "10:30",
                "1.16",
                "P-2019-00123",
                "12/2/2019/3",
                "January February 2019"
            })
    void everythingElseIsNone(String written) {
        assertThat(read(written, DayOrder.DMY)).isEqualTo(new NotADay());
    }

    @Test
    void aWorkbooksCellsAreTakenAsTheyAre() {
        var reader = new DayReader(DayOrder.MDY, TODAY);

        assertThat(reader.read(new Cell.Day(LocalDate.of(2019, 2, 3)))).isEqualTo(new Exact(LocalDate.of(2019, 2, 3)));
        assertThat(reader.read(new Cell.Numeric("43499", false))).isEqualTo(new Exact(LocalDate.of(2019, 2, 3)));
        assertThat(reader.read(new Cell.Numeric("20190203", false))).isEqualTo(new Exact(LocalDate.of(2019, 2, 3)));
        assertThat(reader.read(new Cell.Numeric("42037", true))).isEqualTo(new Exact(LocalDate.of(2019, 2, 3)));
        assertThat(reader.read(new Cell.Numeric("2013", false)))
                .isEqualTo(new Within(LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31)));
        assertThat(reader.read(Cell.blank())).isEqualTo(new Nothing());
    }

    @ParameterizedTest
    @EnumSource(DayOrder.class)
    void longTextIsReadInNoTime(DayOrder order) {
        assertThat(read("1 ".repeat(20_000), order)).isEqualTo(new NotADay());
    }

    private static DayReading read(String written, @Nullable DayOrder order) {
        return new DayReader(order, TODAY).read(Cell.of(written));
    }
}
