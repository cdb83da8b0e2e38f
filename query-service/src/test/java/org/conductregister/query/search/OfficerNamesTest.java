package org.conductregister.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.OfficerIdentified;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.query.pointintime.Head;
import org.conductregister.terms.AllegationId;
import org.conductregister.terms.CaseId;
import org.conductregister.terms.ForceCode;
import org.conductregister.terms.OfficerId;
import org.conductregister.terms.PersonName;
import org.conductregister.terms.Workforce;
import org.junit.jupiter.api.Test;

class OfficerNamesTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final OfficerId NAMED = new OfficerId("LAN-O-1");
    private static final OfficerId REGISTERED = new OfficerId("LAN-O-2");

    private final OfficerNames names = new OfficerNames();

    @Test
    void anOfficerIsFoundByPartsOfTheNumberOrOfAnyNameEverGiven() {
        takeIn();

        assertThat(names.find(List.of("lan-o"), 10)).containsExactly(NAMED, REGISTERED);
        assertThat(names.find(List.of("sam", "example"), 10)).containsExactly(REGISTERED);
        assertThat(names.find(List.of("o-2", "married"), 10)).containsExactly(REGISTERED);
        assertThat(names.find(List.of("lan-o"), 1)).containsExactly(NAMED);
        assertThat(names.find(List.of("nobody"), 10)).isEmpty();
    }

    @Test
    void takingInTheSameTwiceAndStartingFromZeroGivesTheSame() {
        takeIn();
        takeIn();
        assertThat(names.find(List.of("example"), 10)).containsExactly(REGISTERED);

        names.reset();
        assertThat(names.head().now()).isEqualTo(Head.At.START);
        assertThat(names.find(List.of("lan"), 10)).isEmpty();
        takeIn();
        assertThat(names.find(List.of("lan"), 10)).containsExactly(NAMED, REGISTERED);
    }

    private void takeIn() {
        names.apply(recorded(
                1, RecordId.of(new CaseId("C1")), new OfficerIdentified(DAY, new AllegationId("A1"), NAMED, null)));
        names.apply(recorded(2, RecordId.of(REGISTERED), registered("Sam Example")));
        names.apply(recorded(3, RecordId.of(REGISTERED), registered("Sam Married")));
    }

    private static Fact registered(String name) {
        return new OfficerRegistered(
                DAY, new ForceCode("LANCASHIRE"), Workforce.POLICE_OFFICER, null, new PersonName(name), null);
    }

    private static RecordedEntry recorded(long position, RecordId record, Fact fact) {
        var entry = new Entry(EntryId.random(), record, fact);
        var at = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(position);
        return new RecordedEntry(position, at, "handler", "correlation", entry);
    }
}
