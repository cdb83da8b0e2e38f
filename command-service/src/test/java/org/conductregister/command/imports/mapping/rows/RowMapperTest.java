package org.conductregister.command.imports.mapping.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.mapping.ColumnsMissingException;
import org.conductregister.command.imports.mapping.TestCodes;
import org.conductregister.command.imports.mapping.kept.MappingReaderTest;
import org.conductregister.command.imports.scratch.Fingerprints;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the rows of a sheet to the facts that they state. */
class RowMapperTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final List<String> COLUMNS =
            List.of("No", "Badge", "Received", "Id", "Allegation", "Closed", "Finding", "Tag");

    private final RowMapper kent = mapper(MappingReaderTest.KENT);

    private static RowMapper mapper(String mapping) {
        var words = new Words(new TestCodes());
        return new RowMapper(
                MappingReaderTest.mapping(mapping),
                COLUMNS,
                Map.of("Received", DayOrder.DMY),
                TODAY,
                new Fingerprints(Path.of(System.getProperty("java.io.tmpdir"))),
                new TestCodes(),
                words,
                new FieldWords(words));
    }

    private MappedRow row(String... cells) {
        return kent.map(sheetRow(cells));
    }

    private static SheetRow sheetRow(String... cells) {
        return new SheetRow(2, Arrays.stream(cells).map(Cell::of).toList(), null);
    }

    @Test
    void aFormulaWithoutItsResultIsRefusedWhereverItIsUsed() {
        var row = new SheetRow(
                2,
                List.of(
                        Cell.of("7"),
                        new Cell.Formula("=A2"),
                        Cell.of("3/2/2019"),
                        Cell.of("A1"),
                        Cell.of("x"),
                        new Cell.Formula("=C2+30")),
                null);

        assertThat(jsons(kent.map(row)))
                .anySatisfy(json -> assertThat(json).startsWith("{\"type\":\"CaseOpened\""))
                .contains("Badge FORMULA_WITHOUT_RESULT", "Closed FORMULA_WITHOUT_RESULT");
    }

    @Test
    void aFormulaInTextIsNoNumber() {
        assertThat(jsons(kent.map(sheetRow("=A1+1", "12", "3/2/2019", "A1", "x", ""))))
                .containsExactly("No FORMULA_WITHOUT_RESULT", "No FORMULA_WITHOUT_RESULT");
    }

    private static List<String> jsons(MappedRow row) {
        return row.facts().stream()
                .map(stated -> switch (stated) {
                    case Stated.Read read -> read.json().toString();
                    case Stated.Unreadable not -> "%s %s".formatted(not.column(), not.code());
                })
                .toList();
    }

    @Test
    void aRowStatesSeveralFactsInOrder() {
        var row = row("7/19", "12", "2019-02-03", "A1", "searches & STOPS", "2019-03-01", "proven", "night shift");

        assertThat(jsons(row))
                .containsExactly(
                        "{\"type\":\"CaseOpened\",\"caseId\":\"K-7-19\",\"occurredOn\":\"2019-02-03\",\"force\":\"KENT\",\"kind\":\"COMPLAINT\",\"source\":\"PUBLIC\",\"tags\":[\"VAWG\",\"NIGHT_SHIFT\"]}",
                        "{\"type\":\"AllegationReported\",\"caseId\":\"K-7-19\",\"occurredOn\":\"2019-02-03\",\"allegationId\":\"A1\",\"category\":\"SEARCHES\",\"officerId\":\"K-12\"}",
                        "{\"type\":\"AllegationClosed\",\"caseId\":\"K-7-19\",\"occurredOn\":\"2019-03-01\",\"allegationId\":\"A1\",\"finding\":\"SUSTAINED\"}");
        assertThat(row.leftOut()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"night shift; custody search", "night shift, Custody-search", "night shift\ncustody search,"})
    void severalTagsMayStandInOneCell(String cell) {
        assertThat(jsons(row("7/19", "12", "2019-02-03", "A1", "other", "", "", cell))
                        .getFirst())
                .contains("\"tags\":[\"VAWG\",\"NIGHT_SHIFT\",\"CUSTODY_SEARCH\"]");
    }

    @Test
    void whatIsBlankIsLeftOut() {
        var row = row("7/19", "NA", "2019-02-03", "A1", "nonsense", "-", "", "");

        assertThat(jsons(row)).hasSize(2);
        assertThat(jsons(row).get(1)).contains("\"category\":\"OTHER\"").doesNotContain("officerId");
        assertThat(row.leftOut()).isEqualTo(1);
    }

    @Test
    void aRowBlankInEveryMappedColumnIsBlank() {
        assertThat(row("", " ", "NA", "", "", "-", "", "").blank()).isTrue();
        assertThat(row("7").blank()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "7,12,2019-02-30,A1,Other,,, 0, Received, DAY_UNREADABLE",
        "7,12,,A1,Other,,, 0, Received, FIELD_MISSING",
        ",12,2019-02-03,A1,Other,,, 0, No, FIELD_MISSING",
        "5.54E06,12,2019-02-03,A1,Other,,, 0, No, NUMBER_BENT",
        "7,12,2019-02-03,,Other,,, 1, Id, FIELD_MISSING",
        "7,12,2019-02-03,A1,Other,2019-04-01,Closed by me, 2, Finding, CODE_UNKNOWN"
    })
    void aFactThatCannotBeReadNamesItsColumn(
            String no,
            String badge,
            String received,
            String id,
            String allegation,
            String closed,
            String finding,
            int fact,
            String column,
            String code) {
        var row = row(text(no), badge, text(received), text(id), allegation, text(closed), text(finding), "");

        assertThat(jsons(row).get(fact)).isEqualTo(column + " " + code);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    @Test
    void aValueThatStandsForNothingIsNamed() {
        var row = row("7", "", "2019-02-03", "A1", "Other", "2019-04-01", "*pending*", "");

        assertThat(((Stated.Unreadable) row.facts().get(2)).detail()).contains("“*pending*”", "“Finding”");
    }

    @Test
    void allOtherValuesAreBlankOnesTooWhereTheFactMustStateThem() {
        assertThat(jsons(row("7", "", "2019-02-03", "A1", "", "", "", "")).get(1))
                .contains("\"category\":\"OTHER\"");
    }

    @Test
    void whatABlankCellStandsForCanBeSaid() {
        var mapper = mapper("""
            {"force": "KENT", "ids": {"case": "{No}"}, "values": {"Finding": {"": "SUSTAINED"}}, "facts": [
              {"type": "AllegationClosed", "allegationId": "A1", "occurredOn": "{Closed}", "finding": "{Finding}"}]}""");

        assertThat(jsons(mapper.map(sheetRow("7", "", "", "", "", "2019-04-01", ""))))
                .singleElement()
                .asString()
                .contains("\"finding\":\"SUSTAINED\"");
    }

    @Test
    void whatIsSaidOfAnAllegationThatTheRowDoesNotStateIsLeftOut() {
        var mapper = mapper("""
            {"force": "KENT", "ids": {"case": "{No}"}, "facts": [
              {"type": "AllegationReported", "when": "{Id}", "allegationId": "{Id}", "occurredOn": "{Received}", "category": "OTHER"},
              {"type": "AllegationClosed", "when": "{Closed}", "allegationId": "{Id}", "occurredOn": "{Closed}"}]}""");

        var without = mapper.map(sheetRow("7", "", "2019-02-03", "", "", "2019-04-01"));

        assertThat(without.facts()).isEmpty();
        assertThat(without.leftOut()).isEqualTo(2);
        assertThat(mapper.map(sheetRow("7", "", "2019-02-03", "A1", "", "2019-04-01"))
                        .facts())
                .hasSize(2);
    }

    @Test
    void labelsMatchWhateverTheirPunctuation() {
        var row = row("7", "", "2019-02-03", "A1", "RULE 7: off-duty conduct", "2019-04-01", "Closed (Admin.)", "");

        assertThat(jsons(row).get(1)).contains("\"OFF_DUTY\"");
        assertThat(jsons(row).get(2)).contains("\"ADMIN_CLOSURE\"");
    }

    @Test
    void twoNumbersThatWouldBecomeOneAreRefused() {
        row("7/19", "", "2019-02-03", "A1", "Other", "", "", "");
        var same = row("7/19", "", "2019-02-03", "A2", "Other", "", "", "");
        var other = row("7:19", "", "2019-02-03", "A3", "Other", "", "", "");

        assertThat(jsons(same)).noneMatch(json -> json.contains("COLLIDE"));
        assertThat(jsons(other)).containsOnly("No IDS_COLLIDE");
        assertThat(((Stated.Unreadable) other.facts().getFirst()).record()).isNull();
    }

    @Test
    void numbersThatDifferInCapitalsAloneAreToldApart() {
        row("co/7", "ab1", "2019-02-03", "A1", "Other", "", "", "");

        assertThat(jsons(row("CO/7", "", "2019-02-03", "A2", "Other", "", "", "")))
                .containsOnly("No IDS_COLLIDE");
        assertThat(jsons(row("8", "AB1", "2019-02-03", "A1", "Other", "", "", ""))
                        .get(1))
                .isEqualTo("Badge IDS_COLLIDE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12; 13", "12\n13", "12, 13", "12 & 13", "12/13"})
    void severalNumbersInACellAreNoPerson(String badge) {
        assertThat(jsons(row("7", badge, "2019-02-03", "A1", "Other", "", "", ""))
                        .get(1))
                .isEqualTo("Badge NUMBERS_JOINED");
    }

    @Test
    void theSameNumberInTwoCasesIsTwoAllegations() {
        row("1", "", "2019-02-03", "A/1", "Other", "", "", "");

        assertThat(jsons(row("2", "", "2019-02-03", "A:1", "Other", "", "", "")).get(1))
                .contains("A-1");
    }

    @Test
    void theSameRowTwiceStatesTheSameEntries() {
        var first = row("7/19", "12", "2019-02-03", "A1", "Other", "2019-04-01", "", "");
        var again = row("7/19", "12", "2019-02-03", "A1", "Other", "2019-04-01", "", "");

        assertThat(jsons(again)).isEqualTo(jsons(first)).isNotEmpty();
    }

    @Test
    void columnsThatTheSheetLacksAreNamed() {
        var missing = catchThrowableOfType(
                ColumnsMissingException.class,
                () -> mapper(MappingReaderTest.KENT
                        .replace("{Closed}", "{Date closed}")
                        .replace("{No}", "{Number}")));

        assertThat(missing.missing()).containsExactlyInAnyOrder("Date closed", "Number");
        assertThat(missing).hasMessageContaining("“Number”");
    }

    @Test
    void columnsAreFoundWhateverTheCaseOfTheirLetters() {
        assertThat(mapper(MappingReaderTest.KENT.replace("{No}", "{NO}"))
                        .map(sheetRow("7", "", "2019-02-03", "A1", "Other"))
                        .facts())
                .hasSize(2);
    }

    @Test
    void anOfficersFactsGoOnTheOfficerAndAreLeftOutWithoutOne() {
        var mapper = mapper("""
            {"force": "KENT", "ids": {"case": "{No}", "officer": "{Badge}"}, "facts": [
              {"type": "OfficerRegistered", "occurredOn": "{Received}", "workforce": "POLICE_OFFICER"},
              {"type": "OfficerIdentified", "occurredOn": "{Received}", "allegationId": "A1"}]}""");

        assertThat(jsons(mapper.map(sheetRow("1", "12", "2019-02-03"))))
                .containsExactly(
                        "{\"type\":\"OfficerRegistered\",\"officerId\":\"12\",\"occurredOn\":\"2019-02-03\",\"force\":\"KENT\",\"workforce\":\"POLICE_OFFICER\"}",
                        "{\"type\":\"OfficerIdentified\",\"caseId\":\"1\",\"occurredOn\":\"2019-02-03\",\"allegationId\":\"A1\",\"officerId\":\"12\"}");
        assertThat(jsons(mapper.map(sheetRow("1", "", "2019-02-03")))).isEmpty();
    }
}
