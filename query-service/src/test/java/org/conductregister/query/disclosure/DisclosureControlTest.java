package org.conductregister.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.conductregister.query.disclosure.Decision.NotPublishable;
import org.conductregister.query.disclosure.Decision.Publishable;
import org.conductregister.query.disclosure.DisclosureControl.Longest;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class DisclosureControlTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final PeopleEngine engine = new PeopleEngine();
    private final JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource("jdbc:sqlite::memory:", true));
    private final ReleasedTables released = new ReleasedTables(jdbc);
    private final DisclosureControl control = controlOf(released);

    private DisclosureControl controlOf(ReleasedTables tables) {
        return new DisclosureControl(
                new CountedTables(engine),
                tables,
                Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    private void fewInKent() {
        engine.add(3, "KENT", "C", 2012, TODAY);
        engine.add(8, "KENT", "C", 2013, TODAY);
        engine.add(12, "ESSEX", "C", 2012, TODAY);
        engine.add(7, "ESSEX", "C", 2013, TODAY);
    }

    @Test
    void hidesSmallCountsAndWhatTellsThem() {
        fewInKent();

        assertThat(rows(publish(question(TODAY, "force", "reportedYear"))))
                .containsExactly("[c] [c] 19", "[c] [c] 11", "15 15 30");
    }

    @Test
    void publishesCountsAsTheyAreWhereNoneIsSmall() {
        engine.add(12, "KENT", "C", 2012, TODAY);

        assertThat(rows(publish(question(TODAY, "force", "reportedYear")))).containsExactly("12 12", "12 12");
    }

    @Test
    void theSameQuestionGivesTheSameTableAndIsNotedOnce() {
        fewInKent();
        var first = rows(publish(question(TODAY, "force", "reportedYear")));
        var second = rows(publish(question(TODAY, "force", "reportedYear")));

        assertThat(second).isEqualTo(first);
        assertThat(released.known().tables()).hasSize(1);
    }

    @Test
    void aPreviewIsNotNoted() {
        fewInKent();

        assertThat(control.preview(question(TODAY, "force"), DisclosureRule.USUAL))
                .isInstanceOf(Publishable.class);
        assertThat(released.known().tables()).isEmpty();
    }

    @Test
    void countsAsTheyAreAreForInsideAndNotNoted() {
        fewInKent();

        var decision = control.publish(question(TODAY, "force", "reportedYear"), DisclosureRule.EXACT, "handler");

        assertThat(rows(((Publishable) decision).table())).containsExactly("12 7 19", "3 8 11", "15 15 30");
        assertThat(released.known().tables()).isEmpty();
    }

    @Test
    void whatWasHiddenStaysHiddenWhenOneMoreComes() {
        fewInKent();
        engine.add(1, "ESSEX", "C", 2012, TOMORROW);
        engine.add(2, "KENT", "C", 2012, TOMORROW);
        publish(question(TODAY, "force", "reportedYear"));

        assertThat(rows(publish(question(TOMORROW, "force", "reportedYear"))))
                .containsExactly("[c] [c] 20", "[c] [c] 13", "18 15 33");
    }

    @Test
    void whatHasChangedByMoreThanAnybodyCanFollowIsShown() {
        fewInKent();
        engine.add(100, "KENT", "C", 2012, TOMORROW);
        engine.add(100, "KENT", "C", 2013, TOMORROW);
        engine.add(100, "ESSEX", "C", 2012, TOMORROW);
        engine.add(100, "ESSEX", "C", 2013, TOMORROW);
        publish(question(TODAY, "force", "reportedYear"));

        assertThat(rows(publish(question(TOMORROW, "force", "reportedYear"))))
                .containsExactly("112 107 219", "103 108 211", "215 215 430");
    }

    @Test
    void aTableOfAPartIsHiddenSoThatTheOthersAreNotTold() {
        engine.add(20, "KENT", "FRAUD", 2012, TODAY);
        engine.add(2, "KENT", "THEFT", 2012, TODAY);
        engine.add(20, "ESSEX", "FRAUD", 2012, TODAY);
        engine.add(9, "ESSEX", "THEFT", 2012, TODAY);
        publish(question(TODAY, "force"));

        var fraud = new Question(
                Unit.ALLEGATIONS,
                Population.EVERYTHING.with(Filter.CATEGORY, "FRAUD"),
                List.of("force"),
                new PointInTime(TODAY, PointInTime.NOW));

        assertThat(rows(publish(fraud))).containsExactly("[c]", "[c]", "40");
    }

    @Test
    void roundsEverything() {
        engine.add(3, "KENT", "C", 2012, TODAY);
        engine.add(17, "KENT", "C", 2013, TODAY);
        engine.add(31, "ESSEX", "C", 2012, TODAY);
        engine.add(29, "ESSEX", "C", 2013, TODAY);
        var decision = control.publish(question(TODAY, "force", "reportedYear"), DisclosureRule.rounding(5), "analyst");

        assertThat(decision)
                .asInstanceOf(type(Publishable.class))
                .satisfies(publishable ->
                        assertThat(rows(publishable.table())).containsExactly("30 30 60", "5 15 20", "35 45 80"));
    }

    @Test
    void refusesToRoundWhereTheTotalsTellTooMuch() {
        fewInKent(); // 3 and 8 are 5 and 10, their sum 11 is 10: the first is 3 or 4

        assertThat(control.preview(question(TODAY, "force", "reportedYear"), DisclosureRule.rounding(5)))
                .isInstanceOf(NotPublishable.class);
    }

    @Test
    void refusesToRoundWhatWasHiddenBefore() {
        fewInKent();
        publish(question(TODAY, "force", "reportedYear"));

        assertThat(control.publish(question(TODAY, "force", "reportedYear"), DisclosureRule.rounding(5), "analyst"))
                .isInstanceOf(NotPublishable.class);
        assertThat(released.known().tables()).hasSize(1);
    }

    @Test
    void everyOfferHolds() {
        fewInKent();
        publish(question(TODAY, "force", "reportedYear"));
        var refused = control.preview(question(TODAY, "force", "reportedYear"), DisclosureRule.rounding(5));

        assertThat(refused).asInstanceOf(type(NotPublishable.class)).satisfies(decision -> {
            assertThat(decision.offers()).isNotEmpty();
            assertThat(decision.offers()).allSatisfy(offer -> {
                var other = new Question(Unit.ALLEGATIONS, Population.EVERYTHING, offer.groupBy(), offer.times());
                assertThat(control.preview(other, offer.rule())).isInstanceOf(Publishable.class);
            });
        });
    }

    @Test
    void refusesGroupsThatOverlap() {
        fewInKent();

        assertThat(control.preview(question(TODAY, "tag", "force"), DisclosureRule.USUAL))
                .asInstanceOf(type(NotPublishable.class))
                .satisfies(refused -> assertThat(refused.offers())
                        .extracting(offer -> offer.groupBy())
                        .containsExactly(List.of("force")));
    }

    @Test
    void whatOneUnitHidesAnotherDoesNotTell() {
        engine.add(2, "KENT", "C", 2012, TODAY);
        engine.add(6, "ESSEX", "C", 2012, TODAY);
        engine.add(7, "SUSSEX", "C", 2012, TODAY);
        engine.add(30, "DEVON", "C", 2012, TODAY);
        engine.add(3, "ESSEX", "C", 2012, TOMORROW);
        assertThat(rows(publish(question(TODAY, "force")))).containsExactly("30", "[c]", "[c]", "7", "45");

        var cases = new Question(
                Unit.CASES, Population.EVERYTHING, List.of("force"), new PointInTime(TOMORROW, PointInTime.NOW));

        assertThat(rows(publish(cases)))
                .as("with ESSEX a reader would know how many of the 45 are of KENT")
                .containsExactly("30", "[c]", "[c]", "7", "48");
    }

    @Test
    void refusesToSayHowManyAllegationsThereAreOfEachNumber() {
        fewInKent();
        var cases = new Question(
                Unit.CASES,
                Population.EVERYTHING,
                List.of("force", "allegationCount"),
                new PointInTime(TODAY, PointInTime.NOW));

        assertThat(control.preview(cases, DisclosureRule.USUAL))
                .asInstanceOf(type(NotPublishable.class))
                .satisfies(refused -> {
                    assertThat(refused.why()).startsWith("How many allegations");
                    assertThat(refused.offers())
                            .extracting(offer -> offer.groupBy())
                            .containsExactly(List.of("force"));
                });
        assertThat(control.preview(cases, DisclosureRule.EXACT)).isInstanceOf(Publishable.class);
    }

    @Test
    void tablesThatShareOneDimensionDoNotWeighOnOneAnother() {
        engine.add(30, "KENT", "FRAUD", 2012, TODAY);
        engine.add(2, "KENT", "THEFT", 2013, TODAY);
        engine.add(40, "ESSEX", "FRAUD", 2013, TODAY);
        engine.add(9, "ESSEX", "THEFT", 2012, TODAY);
        var table = Released.of(publish(question(TODAY, "force", "category")));
        publish(question(TODAY, "force", "reportedYear"));

        assertThat(Reduction.of(List.of(table), List.of("force", "reportedYear")))
                .singleElement()
                .satisfies(margin -> assertThat(margin.question().groupBy()).containsExactly("force"));
        assertThat(Reduction.of(List.of(table), List.of("force", "category"))).containsExactly(table);
    }

    @Test
    void aSingleSmallNumberIsHidden() {
        engine.add(2, "KENT", "C", 2012, TODAY);

        assertThat(publish(question(TODAY)).cell().text()).isEqualTo("[c]");
    }

    @Test
    void anEmptyTableIsPublished() {
        assertThat(publish(question(TODAY, "force")).cell(0).text()).isEqualTo("0");
    }

    @Test
    void whatWasPublishedOutlivesARestart() {
        fewInKent();
        publish(question(TODAY, "force", "reportedYear"));

        assertThat(new ReleasedTables(jdbc).known().tables())
                .isEqualTo(released.known().tables());
    }

    @Test
    void nothingIsAddedInIgnoranceOfAnother() {
        fewInKent();
        var before = released.known();
        var table = Released.of(publish(question(TODAY, "force")));

        assertThat(released.add(table, before, TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), "analyst"))
                .isFalse();
    }

    /** A ring of tables of a large register, in which none is small, and one of all three dimensions, which cannot be checked in time. */
    @Test
    void linkedTablesOfALargeRegisterArePublishedOrRefusedInWordsWithWhatWouldBe() {
        var random = new Random(7);
        for (int i = 0; i < 40_000; i++) {
            engine.add(1, "F" + random.nextInt(43), "C" + random.nextInt(14), 2005 + random.nextInt(20), TODAY);
        }
        var hurried = new DisclosureControl(
                new CountedTables(engine),
                released,
                Clock.systemUTC(),
                new Longest(Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofMinutes(5)));
        publish(question(TODAY, "force", "category"));
        publish(question(TODAY, "force", "reportedYear"));
        publish(question(TODAY, "category", "reportedYear"));

        var decision =
                hurried.publish(question(TODAY, "force", "category", "reportedYear"), DisclosureRule.USUAL, "analyst");

        assertThat(decision).asInstanceOf(type(NotPublishable.class)).satisfies(refused -> {
            assertThat(refused.why()).isEqualTo(DisclosureControl.NOT_CHECKED_IN_TIME);
            assertThat(refused.offers())
                    .extracting(Decision.Offer::words)
                    .contains("Merge the groups of reportedYear: count them together.");
        });
        assertThat(released.known().tables()).hasSize(3);
    }

    @Test
    void withoutTimeNothingIsPublishedNorOffered() {
        fewInKent();
        var none = new Longest(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        var hurried = new DisclosureControl(new CountedTables(engine), released, Clock.systemUTC(), none);

        var decision = hurried.publish(question(TODAY, "force", "reportedYear"), DisclosureRule.USUAL, "analyst");

        assertThat(decision).isEqualTo(new NotPublishable(DisclosureControl.NOT_CHECKED_IN_TIME, List.of()));
        assertThat(released.known().tables()).isEmpty();
    }

    private PublishedTable publish(Question question) {
        var decision = control.publish(question, DisclosureRule.USUAL, "analyst");
        assertThat(decision).isInstanceOf(Publishable.class);
        return ((Publishable) decision).table();
    }

    private static Question question(LocalDate asAt, String... groupBy) {
        return new Question(
                Unit.ALLEGATIONS, Population.EVERYTHING, List.of(groupBy), new PointInTime(asAt, PointInTime.NOW));
    }

    /** The rows with their totals, the last one of totals. */
    private static List<String> rows(PublishedTable table) {
        var rows = new ArrayList<String>();
        for (int row = 0; row <= table.axes().get(0).size(); row++) {
            if (table.axes().size() == 1) {
                rows.add(table.cell(row).text());
                continue;
            }
            var cells = new ArrayList<String>();
            for (int column = 0; column <= table.axes().get(1).size(); column++) {
                cells.add(table.cell(row, column).text());
            }
            rows.add(String.join(" ", cells));
        }
        return rows;
    }
}
