package org.conductregister.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.EntryId;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.OfficerId;

/** A case to try the fold on: opened, with one allegation against one officer. */
final class CaseFile {

    static final AllegationId A1 = new AllegationId("A1");
    static final AllegationId A2 = new AllegationId("A2");

    private final List<Logged> log = new ArrayList<>();

    static CaseFile opened() {
        return new CaseFile()
                .logged(new CaseOpened(
                        day(1),
                        new ForceCode("KENT"),
                        CaseKind.COMPLAINT,
                        CaseSource.PUBLIC,
                        null,
                        null,
                        Tags.of("VAWG"),
                        null));
    }

    static CaseFile withAllegation() {
        return opened().logged(reported(A1, 1));
    }

    static CaseFile withTwoAllegations() {
        return withAllegation().logged(reported(A2, 1));
    }

    static AllegationReported reported(AllegationId id, int day) {
        return new AllegationReported(
                day(day),
                id,
                new CategoryCode("OTHER"),
                new OfficerId("O1"),
                Workforce.POLICE_OFFICER,
                Tags.of("CUSTODY_SEARCH"),
                null,
                null);
    }

    /** Some day of March 2021. */
    static LocalDate day(int ofMarch) {
        return LocalDate.of(2021, 3, ofMarch);
    }

    CaseFile logged(CaseFact... facts) {
        for (var fact : facts) {
            log.add(new Logged(new EntryId(new UUID(0, log.size())), fact));
        }
        return this;
    }

    CaseState state() {
        return CaseState.of(new History(log).inEffect());
    }

    CaseState asAt(int dayOfMarch) {
        return CaseState.of(new History(log).inEffect(day(dayOfMarch)));
    }

    AllegationState allegation() {
        return state().allegations().get(A1);
    }
}
