package org.conductregister.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.OfficerIdentified;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.terms.AllegationId;
import org.conductregister.terms.CaseId;
import org.conductregister.terms.FreeText;
import org.conductregister.terms.OfficerId;
import org.junit.jupiter.api.Test;

class SearchViewTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final EntryId IDENTIFICATION = EntryId.random();

    private final List<RecordedEntry> entries = List.of(
            recorded(1, IDENTIFICATION, new OfficerIdentified(DAY, new AllegationId("A1"), new OfficerId("O1"), null)),
            recorded(
                    2,
                    EntryId.random(),
                    new EntryRedated(DAY, IDENTIFICATION, DAY.plusDays(9), new FreeText("slip"), null)));
    private final SearchView view = new SearchView();

    @Test
    void whatIsRedatedIsFoundFromItsNewDay() {
        takeIn();

        assertThat(finds(DAY, 1)).isTrue();
        assertThat(finds(DAY, 2)).isFalse();
        assertThat(finds(DAY.plusDays(9), 2)).isTrue();
    }

    @Test
    void takingInTheSameTwiceAndStartingFromZeroGivesTheSame() {
        takeIn();
        var once = view.of("C1");
        takeIn();
        assertThat(view.of("C1")).isEqualTo(once);

        view.reset();
        assertThat(view.of("C1")).isEqualTo(Mentions.NONE);
        assertThat(view.head().now()).isEqualTo(Head.At.START);
        takeIn();
        assertThat(view.of("C1")).isEqualTo(once);
    }

    private void takeIn() {
        entries.forEach(view::apply);
        view.commit(2, at(2));
    }

    private boolean finds(LocalDate asAt, long position) {
        return SearchTerms.of(Set.of("O1"), "o1")
                .at(new PointInTime(asAt, at(position)), view)
                .test("C1");
    }

    private static RecordedEntry recorded(long position, EntryId id, Fact fact) {
        var entry = new Entry(id, RecordId.of(new CaseId("C1")), fact);
        return new RecordedEntry(position, at(position), "handler", "correlation", entry);
    }

    private static Instant at(long position) {
        return Instant.parse("2020-01-01T00:00:00Z").plusSeconds(position);
    }
}
