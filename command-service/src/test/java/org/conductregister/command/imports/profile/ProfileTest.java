package org.conductregister.command.imports.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.profile.Answers.Assume;
import org.conductregister.command.imports.profile.Answers.Keep;
import org.conductregister.command.imports.profile.ColumnProfile.ValueCount;
import org.conductregister.command.imports.profile.ColumnUse.As;
import org.conductregister.command.imports.profile.Question.Field;
import org.conductregister.command.imports.sheet.opening.Opened;
import org.conductregister.command.imports.sheet.opening.Sheet;
import org.conductregister.command.imports.sheet.opening.SheetChoice;
import org.conductregister.command.imports.sheet.opening.WorkbookFixture;
import org.conductregister.entries.FactJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @TempDir
    private Path directory;

    @Test
    void countsBlanksAndValues() throws IOException {
        var column = column("case,finding\nA,x\nB,\nC,x\nD,y\n", "finding");

        assertThat(column.blankShare()).isCloseTo(0.25, within(1e-9));
        assertThat(column.distinct()).isEqualTo(2);
        assertThat(column.values()).containsExactly(new ValueCount("x", 2), new ValueCount("y", 1));
    }

    @Test
    void blankRowsAndTotalsAreToldApart() throws IOException {
        var profile = profile("case,received,closed\nM-1,2019-01-07,2019-05-01\nM-2,2019-01-09,\n,,\n,,\nTotal,2,\n");

        assertThat(profile.rows()).isEqualTo(5);
        assertThat(profile.blankRows()).isEqualTo(2);
        assertThat(profile.totalRows()).containsExactly(6L);
        assertThat(profile.column("case").orElseThrow().rows()).isEqualTo(2);
    }

    @Test
    void ofManyDifferentValuesTheFrequentAreKept() throws IOException {
        var rows = IntStream.range(0, 60_000)
                .mapToObj(i -> i % 3 == 0 ? "case,often" : "case,n" + i)
                .collect(Collectors.joining("\n"));
        var column = column("case,value\n" + rows + "\n", "value");

        assertThat(column.moreDistinct()).isTrue();
        assertThat(column.distinct()).isGreaterThanOrEqualTo(20_000);
        assertThat(column.values()).hasSizeLessThanOrEqualTo(50);
        assertThat(column.values().getFirst()).isEqualTo(new ValueCount("often", 20_000));
    }

    @Test
    void findsWhatASpreadsheetHasBent() throws IOException {
        var bent = column("case\n5540017\n5540017.0\n5.54E06\nCO/00123/19\n'5540018\n1:16-cv-77\n", "case")
                .bent();

        assertThat(bent.decimals().examples()).containsExactly("5540017.0");
        assertThat(bent.digitsLost().examples()).containsExactly("5.54E06");
        assertThat(column("badge,x\n00123,a\n00124,b\n125,c\n", "badge")
                        .bent()
                        .zerosLost()
                        .examples())
                .containsExactly("125");
    }

    @Test
    void onlyColumnsThatAreUsedAreAskedAbout() throws IOException {
        var profile = profile("case,day,note\n5.54E06,3/2/2019,NA\n");

        assertThat(ask(profile, Answers.NONE)).isEmpty();
        assertThat(ask(profile, Answers.NONE, use("case", As.IDENTIFIER), use("day", As.DAY)))
                .extracting(Question::field)
                .containsExactly(Field.DAYS, Field.BENT_NUMBERS);
    }

    @Test
    void theOrderOfDaysIsAskedOnceForAColumnThatLeavesItOpen() throws IOException {
        var profile = profile("""
            case,day
            M-1,2019/2/3
            M-2,2019/02/03 00:00:00+00
            M-3,2019-2-3
            M-4,3 Feb 2019
            M-5,03-Feb-19
            M-6,3/2/2019 00:00
            M-7,43499
            """);

        var questions = ask(profile, Answers.NONE, use("day", As.DAY));

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.field()).isEqualTo(Field.DAYS);
            assertThat(question.column()).isEqualTo("day");
            assertThat(question.options()).containsExactly("DMY", "MDY");
            assertThat(question.examples()).containsExactly("3/2/2019 00:00");
        });
        assertThat(ask(profile, Answers.NONE.withDays("day", DayOrder.DMY), use("day", As.DAY)))
                .isEmpty();
    }

    @Test
    void monthsYearsAndOddDaysAreAskedAbout() throws IOException {
        var profile = profile("""
            case,day
            M-1,2013-11-??
            M-2,December 2011*
            M-3,2006
            M-4,2013
            M-5,06/07/1905
            M-6,00/01/1900
            M-7,01/01/1900
            """);
        var dmy = Answers.NONE.withDays("day", DayOrder.DMY);

        var questions = ask(profile, dmy, use("day", As.DAY));

        assertThat(questions).extracting(Question::field).containsExactly(Field.ASSUME, Field.ODD_DAYS);
        assertThat(questions.get(0).examples()).contains("2013-11-??", "December 2011*", "2006");
        assertThat(questions.get(1).examples()).contains("06/07/1905", "01/01/1900");
        assertThat(ask(profile, dmy.withAssume(Assume.FIRST).withOddDays(Keep.REFUSE), use("day", As.DAY)))
                .isEmpty();
    }

    @Test
    void aYearThatIsNotOverIsOddWhereItsLastDayIsRecorded() throws IOException {
        var profile = profile("case,day\nM-1,2026\nM-2,2019-02-03\n");

        assertThat(ask(profile, Answers.NONE.withAssume(Assume.FIRST), use("day", As.DAY)))
                .isEmpty();
        assertThat(ask(profile, Answers.NONE.withAssume(Assume.LAST), use("day", As.DAY)))
                .extracting(Question::field)
                .containsExactly(Field.ODD_DAYS);
    }

    @Test
    void placeholdersAreAskedAboutUnlessTheyMeanSomething() throws IOException {
        var profile = profile("case,officer,finding\nM-1,NA,None\nM-2,-,Unknown\nM-3,O-1,Sustained\n");
        var none = new ColumnUse("finding", Set.of(As.VALUE), "None"::equals);

        var questions = ask(profile, Answers.NONE, use("officer", As.IDENTIFIER), none);

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.field()).isEqualTo(Field.BLANKS);
            assertThat(question.examples()).containsExactly("-", "NA", "Unknown");
        });
        assertThat(ask(
                        profile,
                        Answers.NONE.withBlanks(Set.of("na", "-"), Set.of("Unknown")),
                        use("officer", As.IDENTIFIER),
                        none))
                .isEmpty();
    }

    @Test
    void wordsForNoNumberAreAskedAboutInAColumnOfNumbers() throws IOException {
        var profile = profile("case,x\nPending,1\nPending,1\nNot yet allocated,2\nCO/1,3\nNottingham,4\n");

        assertThat(ask(profile, Answers.NONE, use("case", As.IDENTIFIER)))
                .singleElement()
                .extracting(Question::examples)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrder("Pending", "Not yet allocated");
        assertThat(ask(profile, Answers.NONE, use("case", As.VALUE))).isEmpty();
    }

    @Test
    void datesThatASpreadsheetMayHaveSwappedAreAWarning() throws IOException {
        var third = LocalDate.of(2019, 3, 2);
        assertThat(swapped(third, "13/02/2019", "25/04/2019")).containsExactly("DAYS_MAY_BE_SWAPPED");
        assertThat(swapped(third, "13/02/2019", "5/4/2019")).isEmpty();
        assertThat(swapped(third, "13/02/2019", LocalDate.of(2019, 4, 25))).isEmpty();
        assertThat(swapped(third, LocalDate.of(2019, 4, 5))).isEmpty();
    }

    private List<String> swapped(Object... days) throws IOException {
        var rows = new ArrayList<List<Object>>();
        rows.add(List.of("case", "day"));
        Arrays.stream(days).forEach(day -> rows.add(List.of("M-" + rows.size(), day)));
        var profile = profile(rows);
        return ProfileView.of(profile, List.of(use("day", As.DAY)), List.of(), List.of()).warnings().stream()
                .map(ProfileView.Warning::code)
                .toList();
    }

    @Test
    void wordsThatStandAgainInAColumnOfDaysAreAskedAbout() throws IOException {
        var profile = profile("case,closed\n" + "M-1,Pending\n".repeat(5) + "M-2,soon\nM-3,2019-02-03\n");

        assertThat(ask(profile, Answers.NONE, use("closed", As.DAY)))
                .singleElement()
                .satisfies(question -> assertThat(question.examples()).containsExactly("Pending"));
        assertThat(ask(profile, Answers.NONE, use("closed", As.VALUE))).isEmpty();
    }

    @Test
    void numbersOfNobodyAreAskedAbout() throws IOException {
        var profile = profile(IntStream.range(0, 30)
                .mapToObj(i -> "M,0\nM,%d\n%s".formatted(100 + i, i < 2 ? "M,XX\nM,9999\nM,Z\nM,999\n" : ""))
                .collect(Collectors.joining("", "case,badge\n", "")));

        assertThat(ask(profile, Answers.NONE, use("badge", As.PERSON)))
                .singleElement()
                .satisfies(
                        question -> assertThat(question.examples()).containsExactlyInAnyOrder("0", "XX", "9999", "Z"));
        assertThat(ask(profile, Answers.NONE, use("badge", As.IDENTIFIER)))
                .singleElement()
                .satisfies(question -> assertThat(question.examples()).containsExactlyInAnyOrder("XX", "Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Officer unknown",
                "(unknown)",
                "No officer identified",
                "To be identified",
                "Anon",
                "Anonymous",
                "Various",
                "Several officers",
                "Refused",
                "Name withheld",
                "Not disclosed",
                "unnamed officer",
                "X",
                "Other",
                "Civilian staff",
                "U/K",
                "ZZZ",
                "99999",
                "00000"
            })
    void wordsForNobodyAreAskedAboutInAColumnOfPeople(String nobody) throws IOException {
        var profile =
                profile("case,badge\nM-1,17\nM-2,%s\nM-3,Nonesuch\nM-4,Sgt Notley\nM-5,PC 49\n".formatted(nobody));

        assertThat(ask(profile, Answers.NONE, use("badge", As.PERSON)))
                .singleElement()
                .satisfies(question -> assertThat(question.examples()).containsExactly(nobody));
    }

    @Test
    void whatIsBentAndNotAskedAboutIsAWarning() throws IOException {
        var profile = profile("case,day,sum\n5540017,2019-02-03,1.0\n5540018.0,2019-02-03,2.0\n");
        var uses = List.of(use("case", As.IDENTIFIER), use("day", As.DAY));

        assertThat(ProfileView.of(profile, uses, List.of(), List.of()).warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.column()).isEqualTo("case");
                    assertThat(warning.code()).isEqualTo("DECIMALS_LEFT_OUT");
                    assertThat(warning.detail()).contains("5540018.0");
                });
    }

    @Test
    void aColumnThatIsThereTwiceIsAWarning() throws IOException {
        var profile = profile("case,Date,Date\nM-1,2019-02-03,2019-03-03\n");
        var uses = List.of(use("Date", As.DAY), use("case", As.IDENTIFIER));

        assertThat(ProfileView.of(profile, uses, List.of(), List.of()).warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("NAMED_TWICE");
                    assertThat(warning.detail()).contains("“Date (2)”");
                });
    }

    @Test
    void whatIsSaidOfAllColumnsIsAskedAgainWhereAColumnContradictsIt() throws IOException {
        var contradicted = profile("case,day\n" + "M,13/02/2019\n".repeat(5) + "M,3/2/2019\n");
        var slip = profile("case,day\n" + "M,2/13/2019\n".repeat(50) + "M,31/12/2019\n");
        var mdy = new Answers(null, null, DayOrder.MDY, Map.of(), Set.of(), Set.of(), null, null, null, null);

        assertThat(ask(contradicted, mdy, use("day", As.DAY)))
                .extracting(Question::field)
                .containsExactly(Field.DAYS);
        assertThat(ask(slip, mdy, use("day", As.DAY))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234; 5678",
                "\"1234\n5678\"",
                "1234|5678;",
                "\"1234, 5678\"",
                "1234 and 5678",
                "PC 12 & PC 13",
                "Smith; Jones",
                "\"1,234\"",
                "1234/5678",
                "1234 5678",
                "PC12 PC13"
            })
    void cellsThatLookLikeSeveralPeopleAreAskedAbout(String cell) throws IOException {
        var profile = profile("case,badge\nM-1,17\nM-2," + cell + "\n");

        assertThat(ask(profile, Answers.NONE, use("badge", As.PERSON)))
                .singleElement()
                .extracting(Question::field)
                .isEqualTo(Field.JOINED_NUMBERS);
        assertThat(ask(profile, Answers.NONE.withJoinedNumbers(Keep.REFUSE), use("badge", As.PERSON)))
                .isEmpty();
        assertThat(ask(profile, Answers.NONE, use("badge", As.VALUE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Smith, John\"",
                "Sands and Sons",
                "R&D-12",
                "12-34",
                "1:16-cv-77",
                "PC 49",
                "Smith-Jones;",
                "PC 12 34",
                "5 540 017"
            })
    void oneNumberOrNameIsNotAskedAbout(String cell) throws IOException {
        assertThat(ask(profile("case,badge\nM-1,17\nM-2," + cell + "\n"), Answers.NONE, use("badge", As.PERSON)))
                .isEmpty();
    }

    @Test
    void ofACaseASlashPartsNoNumbers() throws IOException {
        var profile = profile("case,x\nCO/123/19,1\n1234/5678,2\n1; 2,3\n");

        assertThat(ask(profile, Answers.NONE, use("case", As.IDENTIFIER)))
                .singleElement()
                .satisfies(question -> assertThat(question.examples()).containsExactly("1; 2"));
    }

    @Test
    void wordsThatStandAgainAmongNumbersAreAskedAbout() throws IOException {
        var numbers =
                IntStream.range(100, 130).mapToObj(i -> "M,%d\n".formatted(i)).collect(Collectors.joining());
        var profile = profile("case,badge\n" + numbers + "M,CIVILIAN\nM,CIVILIAN\nM,once\n");

        assertThat(ask(profile, Answers.NONE, use("badge", As.PERSON)))
                .singleElement()
                .satisfies(question -> assertThat(question.examples()).containsExactly("CIVILIAN"));
    }

    @Test
    void whatHasNotHappenedIsAskedAboutWhereAColumnDecides() throws IOException {
        var profile = profile("case,closed,no\nM-1,Yes,0\nM-2,No,1\nM-3,No,2\nM-4,Yes,3\n");

        assertThat(ask(profile, Answers.NONE, use("closed", As.CONDITION), use("no", As.CONDITION)))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.field()).isEqualTo(Field.BLANKS);
                    assertThat(question.examples()).containsExactly("No");
                });
        assertThat(ask(profile, Answers.NONE, use("closed", As.VALUE))).isEmpty();
    }

    @Test
    void numbersThatASpreadsheetMadeDaysOfAreAskedAbout() throws IOException {
        assertThat(ask(profile("case,x\n13/19,1\nDec-19,2\n14/19,3\n"), Answers.NONE, use("case", As.IDENTIFIER)))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.field()).isEqualTo(Field.BENT_NUMBERS);
                    assertThat(question.examples()).containsExactly("Dec-19");
                });
        assertThat(ask(profile("case,x\nDec-19,1\nMar-12,3\n"), Answers.NONE, use("case", As.IDENTIFIER)))
                .isEmpty();
        var day = LocalDate.of(2019, 12, 1);
        var workbook = profile(List.of(List.of("case", "x"), List.of("13/19", "1"), List.of(day, "2")));
        assertThat(ask(workbook, Answers.NONE, use("case", As.IDENTIFIER)))
                .singleElement()
                .extracting(Question::field)
                .isEqualTo(Field.BENT_NUMBERS);
        assertThat(ask(workbook, Answers.NONE, new ColumnUse("case", Set.of(As.IDENTIFIER, As.DAY), value -> false)))
                .isEmpty();
    }

    @Test
    void midnightsOfSummerThatAProgramMovedAreAWarning() throws IOException {
        assertThat(warnings("2019-06-02T23:00:00.000Z", "2019-12-03T00:00:00.000Z"))
                .containsExactly("DAYS_MAY_BE_EARLY");
        assertThat(warnings("2019-06-02T23:00:00Z", "2019-12-03T14:25:00Z")).isEmpty();
        assertThat(warnings("2019-06-02T00:00:00Z", "2019-12-03T00:00:00Z")).isEmpty();
    }

    private List<String> warnings(String... days) throws IOException {
        var profile = profile("case,day\nM-1," + String.join("\nM-2,", days) + "\n");
        return ProfileView.of(profile, List.of(use("day", As.DAY)), List.of(), List.of()).warnings().stream()
                .map(ProfileView.Warning::code)
                .toList();
    }

    @Test
    void rowsThatAWorkbookDoesNotShowAreAWarning() throws IOException {
        var cells = "<c t=\"inlineStr\"><is><t>M-1</t></is></c><c t=\"inlineStr\"><is><t>x</t></is></c>";
        var file = WorkbookFixture.xlsxOf(
                directory,
                "<row>" + cells.replace("M-1", "case") + "</row><row>" + cells + "</row><row hidden=\"1\">" + cells
                        + "</row>");
        var open = WorkbookFixture.odsOf(
                directory,
                "<table:table table:name=\"a\">"
                        + Stream.of("", "", " table:visibility=\"filter\"")
                                .map(
                                        "<table:table-row%s><table:table-cell><text:p>case</text:p></table:table-cell><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
                                                ::formatted)
                                .collect(Collectors.joining())
                        + "</table:table>");

        assertThat(hidden(file)).containsExactly("ROWS_HIDDEN");
        assertThat(hidden(open)).containsExactly("ROWS_HIDDEN");
    }

    private static List<String> hidden(Path file) throws IOException {
        var sheet = ((Opened.Known) Sheet.open(file, SheetChoice.NONE)).sheet();
        var profile = Profile.of(sheet, TODAY, read -> true).orElseThrow();
        return ProfileView.of(profile, List.of(use("x", As.VALUE)), List.of(), List.of()).warnings().stream()
                .map(ProfileView.Warning::code)
                .toList();
    }

    @Test
    void severalValuesInACellOfCodesAreAWarning() throws IOException {
        var profile = profile("case,category\nM-1,Rudeness\nM-2,Rudeness; Force\n");

        assertThat(ProfileView.of(profile, List.of(use("category", As.CODE)), List.of(), List.of())
                        .warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("SEVERAL_VALUES_IN_A_CELL");
                    assertThat(warning.detail()).contains("Rudeness; Force");
                });
    }

    @Test
    void namesInAColumnOfNumbersOfPeopleAreAWarning() throws IOException {
        var names = profile("case,officer\nM-1,\"Smith, John\"\nM-2,Ann O’Neil\nM-3,Unknown officer\n");
        var numbers = profile("case,officer\nM-1,PC 12\nM-2,Ann O’Neil\nM-3,Unknown officer\n");

        assertThat(ProfileView.of(names, List.of(use("officer", As.PERSON)), List.of(), List.of())
                        .warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("NAMES_FOR_NUMBERS");
                    assertThat(warning.detail()).contains("Smith, John", "(2)").doesNotContain("Unknown");
                });
        assertThat(ProfileView.of(numbers, List.of(use("officer", As.PERSON)), List.of(), List.of())
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Open", "re-opened", "Reopened", "✗", "☐", "Not closed"})
    void whatIsOpenAgainOrCrossedOutHasNotHappened(String value) throws IOException {
        var profile = profile("case,status\nM-1,Closed\nM-2," + value + "\n");

        assertThat(ask(profile, Answers.NONE, use("status", As.CONDITION)))
                .singleElement()
                .satisfies(question -> assertThat(question.examples()).containsExactly(value));
    }

    @Test
    void isTheSameAfterItWasKept() throws IOException {
        var profile = profile("case,day\nM-1,3/2/2019\nM-2,NA\nM-3,2006\n");
        var view = ProfileView.of(profile, ask(profile, Answers.NONE, use("day", As.DAY)));
        var json = FactJson.mapper().writeValueAsBytes(view);

        assertThat(FactJson.mapper().readValue(json, ProfileView.class)).isEqualTo(view);
        assertThat(FactJson.mapper().readTree(json).at("/questions/0/field").stringValue())
                .isEqualTo("days");
        assertThat(FactJson.mapper().readTree(json).at("/columns/1/dayOrders").size())
                .isEqualTo(2);
    }

    private static ColumnUse use(String column, As as) {
        return new ColumnUse(column, Set.of(as), value -> false);
    }

    private static List<Question> ask(Profile profile, Answers answers, ColumnUse... uses) {
        return Questions.of(profile, List.of(uses), answers);
    }

    private ColumnProfile column(String csv, String name) throws IOException {
        return profile(csv).column(name).orElseThrow();
    }

    private Profile profile(List<List<Object>> rows) throws IOException {
        var file = WorkbookFixture.xlsx(directory, WorkbookFixture.one(rows));
        var sheet = ((Opened.Known) Sheet.open(file, SheetChoice.NONE)).sheet();
        return Profile.of(sheet, TODAY, read -> true).orElseThrow();
    }

    private Profile profile(String csv) throws IOException {
        var file = Files.writeString(directory.resolve("sheet.csv"), csv);
        var sheet = ((Opened.Known) Sheet.open(file, SheetChoice.NONE)).sheet();
        return Profile.of(sheet, TODAY, read -> true).orElseThrow();
    }
}
