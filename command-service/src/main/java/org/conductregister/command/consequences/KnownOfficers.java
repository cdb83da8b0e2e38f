package org.conductregister.command.consequences;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.conductregister.cases.CaseState;
import org.conductregister.claims.RecordClaims;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.sight.RecorderSight;
import org.conductregister.entries.History;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.OfficerFact.OfficerDismissed;
import org.conductregister.officers.Listing;
import org.conductregister.officers.OfficerState;
import org.conductregister.terms.identifiers.OfficerId;
import org.springframework.stereotype.Component;

/**
 * Finds what the log says of officers by all their numbers, read when it is asked for: a few look-ups, and each
 * record concerned. Nothing is said of cases that whoever asks may not see. Thread-safe.
 */
@Component
public class KnownOfficers {

    private final RecordClaims claims;
    private final Ledgers ledgers;
    private final RecorderSight sight;

    KnownOfficers(RecordClaims claims, Ledgers ledgers, RecorderSight sight) {
        this.claims = claims;
        this.ledgers = ledgers;
        this.sight = sight;
    }

    /**
     * A dismissal that is in force.
     *
     * @param on the day from which it counts
     * @param record on which it is recorded: an officer's own, of any of their numbers, or a case
     */
    public record Dismissal(LocalDate on, RecordId record) {}

    /** Whether anything is recorded of a number: on its own record, or in a case that names it. */
    public boolean isKnown(OfficerId officer) {
        return ledgers.of(RecordId.of(officer)).version() > 0
                || claims.casesNaming(officer).stream().anyMatch(sight::sees);
    }

    /** The latest dismissal of a person up to a day, whichever of their numbers it is recorded against. */
    public Optional<Dismissal> latestDismissal(OfficerId officer, LocalDate upTo) {
        var dismissals = new ArrayList<Dismissal>();
        var numbers = numbersOf(officer);
        for (var number : numbers) {
            dismissals.addAll(ownOf(number, upTo));
        }
        numbers.stream()
                .flatMap(number -> claims.casesNaming(number).stream())
                .distinct()
                .filter(sight::sees)
                .forEach(caseId -> dismissals.addAll(orderedIn(RecordId.of(caseId), numbers, upTo)));
        return dismissals.stream().max(Comparator.comparing(Dismissal::on));
    }

    /** Whether any number of a person is on the barred list on a day. */
    public boolean isBarred(OfficerId officer, LocalDate day) {
        return numbersOf(officer).stream()
                .map(number -> new History(ledgers.of(RecordId.of(number)).entries()))
                .anyMatch(history -> OfficerState.of(history.inEffect(day)).listing() == Listing.BARRED);
    }

    private Set<OfficerId> numbersOf(OfficerId officer) {
        var numbers = new LinkedHashSet<OfficerId>();
        var known = claims.originalOf(officer).orElse(officer);
        numbers.add(officer);
        numbers.add(known);
        numbers.addAll(claims.duplicatesOf(known));
        return numbers;
    }

    private List<Dismissal> ownOf(OfficerId number, LocalDate upTo) {
        var record = RecordId.of(number);
        return new History(ledgers.of(record).entries())
                .inEffect(upTo).stream()
                        .filter(entry -> entry.fact() instanceof OfficerDismissed)
                        .map(entry -> new Dismissal(entry.day(), record))
                        .toList();
    }

    private List<Dismissal> orderedIn(RecordId caseRecord, Set<OfficerId> numbers, LocalDate upTo) {
        var history = new History(ledgers.of(caseRecord).entries());
        if (history.markedDuplicate() != null) {
            return List.of();
        }
        var dismissals = new ArrayList<Dismissal>(0);
        for (var allegation : CaseState.of(history.inEffect(upTo)).allegations().values()) {
            var on = allegation.misconduct().dismissedOn();
            if (on != null && allegation.officerId() != null && numbers.contains(allegation.officerId())) {
                dismissals.add(new Dismissal(on, caseRecord));
            }
        }
        return dismissals;
    }
}
