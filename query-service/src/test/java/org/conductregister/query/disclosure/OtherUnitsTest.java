package org.conductregister.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.disclosure.Decision.Publishable;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Two allegations of 4 each in Kent, each the only one of its case: whoever knows that they make 8 knows both. */
class OtherUnitsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    private final PeopleEngine engine = new PeopleEngine();
    private final DisclosureControl control = new DisclosureControl(
            new CountedTables(engine),
            new ReleasedTables(new JdbcTemplate(new SingleConnectionDataSource("jdbc:sqlite::memory:", true))),
            Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    private void twiceFourInKent() {
        engine.add(4, "KENT", "FRAUD", 2012, TODAY);
        engine.add(4, "KENT", "THEFT", 2012, TODAY);
        engine.add(20, "ESSEX", "FRAUD", 2012, TODAY);
        engine.add(20, "ESSEX", "THEFT", 2012, TODAY);
        engine.add(30, "DEVON", "FRAUD", 2012, TODAY);
        engine.add(30, "DEVON", "THEFT", 2012, TODAY);
    }

    @Test
    void aTotalThatOneUnitHidesStaysHiddenInAnotherThatLacksTheDimension() {
        twiceFourInKent();

        assertThat(totals(publish(Unit.ALLEGATIONS, "force", "category"))).containsExactly("60", "[c]", "[c]", "108");
        assertThat(totals(publish(Unit.CASES, "force"))).containsExactly("60", "[c]", "[c]", "108");
    }

    @Test
    void aTotalThatAnotherUnitShowsIsKnownToReadersOfTheDimensionThatItLacks() {
        twiceFourInKent();
        assertThat(totals(publish(Unit.CASES, "force"))).containsExactly("60", "40", "8", "108");

        var allegations = publish(Unit.ALLEGATIONS, "force", "category");
        int kent = allegations.axes().get(0).indexOf("KENT");
        assertThat(allegations.axes().get(1)).hasSize(2);
        for (int category = 0; category < 2; category++) {
            assertThat(allegations.cell(kent, category).state())
                    .as("of two numbers that make 8 nobody may know that they are below 5")
                    .isEqualTo(CellState.HELD);
        }
    }

    private PublishedTable publish(Unit unit, String... groupBy) {
        var question =
                new Question(unit, Population.EVERYTHING, List.of(groupBy), new PointInTime(TODAY, PointInTime.NOW));
        var decision = control.publish(question, DisclosureRule.USUAL, "analyst");
        assertThat(decision).asInstanceOf(type(Publishable.class)).isNotNull();
        return ((Publishable) decision).table();
    }

    /** The totals of forces, and of all. */
    private static List<String> totals(PublishedTable table) {
        var totals = new ArrayList<String>();
        for (int force = 0; force <= table.axes().get(0).size(); force++) {
            var places = new int[table.axes().size()];
            for (int k = 1; k < places.length; k++) {
                places[k] = table.axes().get(k).size();
            }
            places[0] = force;
            totals.add(table.cell(places).text());
        }
        return totals;
    }
}
