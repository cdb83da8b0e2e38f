package org.conductregister.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.conductregister.query.disclosure.Decision.Publishable;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class OtherPopulationsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final PeopleEngine engine = new PeopleEngine();
    private final DisclosureControl control = new DisclosureControl(
            new CountedTables(engine),
            new ReleasedTables(new JdbcTemplate(new SingleConnectionDataSource("jdbc:sqlite::memory:", true))),
            Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    /** Whoever takes 20 of today from the 22 of yesterday has the 2 thefts of then, however many there are now. */
    @Test
    void aDifferenceThatWasSmallWhenItWasCountedIsKeptSecret() {
        engine.add(20, "KENT", "FRAUD", 2012, TODAY);
        engine.add(2, "KENT", "THEFT", 2012, TODAY);
        engine.add(10, "KENT", "THEFT", 2012, TOMORROW);
        engine.add(20, "ESSEX", "FRAUD", 2012, TODAY);
        engine.add(9, "ESSEX", "THEFT", 2012, TODAY);
        var all = publish(Population.EVERYTHING, TODAY);
        var fraud = publish(Population.EVERYTHING.with(Filter.CATEGORY, "FRAUD"), TOMORROW);

        assertThat(all.cell(1).text()).isEqualTo("22");
        assertThat(fraud.cell(1).text()).isEqualTo(PublishedTable.CONFIDENTIAL);
    }

    private PublishedTable publish(Population population, LocalDate asAt) {
        var question =
                new Question(Unit.ALLEGATIONS, population, List.of("force"), new PointInTime(asAt, PointInTime.NOW));
        var decision = control.publish(question, DisclosureRule.USUAL, "analyst");
        assertThat(decision).isInstanceOf(Publishable.class);
        return ((Publishable) decision).table();
    }
}
