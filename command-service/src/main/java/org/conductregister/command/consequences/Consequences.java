package org.conductregister.command.consequences;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.command.consequences.KnownOfficers.Dismissal;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.entries.Today;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;

/**
 * Finds what recording a fact does beside what it says. Costs nothing but for a closing of a case, which is read then, and a
 * registration, for which all records of the person are. Thread-safe.
 */
@Component
public class Consequences {

    private final Ledgers ledgers;
    private final KnownOfficers officers;
    private final Today today;
    private final Words words;

    Consequences(Ledgers ledgers, KnownOfficers officers, Today today, Words words) {
        this.ledgers = ledgers;
        this.officers = officers;
        this.today = today;
        this.words = words;
    }

    /** Returns the warnings on a fact of a kind, if it were recorded with today’s day. */
    public List<Warning> before(FactType type, RecordId record) {
        if (type.javaType() == CaseClosed.class && record.kind() == RecordKind.CASE) {
            var history = new History(ledgers.of(record).entries());
            return ofClosing(CaseState.of(history.inEffect(today.day())));
        }
        return type.javaType() == OfficerRegistered.class && record.kind() == RecordKind.OFFICER
                ? ofRegistering(new OfficerId(record.id()), today.day())
                : List.of();
    }

    /** Returns the warnings on an entry that is recorded. */
    public List<Warning> after(Entry entry) {
        if (entry.fact() instanceof CaseClosed) {
            return ofClosing(before(entry.entryId(), entry.record()));
        }
        return entry.fact() instanceof OfficerRegistered registered
                ? ofRegistering(new OfficerId(entry.record().id()), registered.occurredOn())
                : List.of();
    }

    /** The state of a case in order of the day before one of its entries. */
    private CaseState before(EntryId entryId, RecordId record) {
        var earlier = new ArrayList<InEffect>();
        for (var entry : new History(ledgers.of(record).entries()).inEffect()) {
            if (entry.entryId().equals(entryId)) {
                break;
            }
            earlier.add(entry);
        }
        return CaseState.of(earlier);
    }

    private List<Warning> ofClosing(CaseState state) {
        var warnings = new ArrayList<Warning>(2);
        var pending = state.allegations().values().stream()
                .filter(AllegationState::pending)
                .toList();
        if (!pending.isEmpty()) {
            warnings.add(closedWithCase(pending));
        }
        if (state.referralDue()) {
            warnings.add(new Warning(
                    "REFERRAL_STILL_DUE",
                    "This case had to be referred to the watchdog, and is not. Refer it before you close it. If you close"
                            + " it now, it stays on the worklist under “To be referred” until it is reopened and referred.",
                    "The case had to be referred to the watchdog, and is not. It stays on the worklist until it is"
                            + " reopened and referred."));
        }
        return warnings;
    }

    private Warning closedWithCase(List<AllegationState> pending) {
        boolean one = pending.size() == 1;
        var named = pending.stream()
                .map(each -> each.allegationId() + " (" + words.category(each.category()) + ")")
                .collect(Collectors.joining(", "));
        return new Warning(
                "ALLEGATIONS_CLOSED_WITH_CASE",
                "%s still pending: %s. Closing the case closes %s, without a finding."
                        .formatted(
                                one ? "One allegation is" : pending.size() + " allegations are",
                                named,
                                one ? "it" : "them"),
                "%s still pending, and %s closed with the case, without a finding: %s."
                        .formatted(
                                one ? "One allegation was" : pending.size() + " allegations were",
                                one ? "is" : "are",
                                named));
    }

    private List<Warning> ofRegistering(OfficerId officer, LocalDate on) {
        var warnings = new ArrayList<Warning>(2);
        officers.latestDismissal(officer, on).ifPresent(dismissal -> warnings.add(registeredAfter(dismissal, officer)));
        if (officers.isBarred(officer, on)) {
            warnings.add(new Warning(
                    "REGISTERED_WHILE_BARRED",
                    "This officer is on the barred list, and may not be employed in policing. If this is somebody else, give"
                            + " them a number of their own.",
                    "The officer is on the barred list, and may not be employed in policing. If this is somebody else, they"
                            + " need a number of their own."));
        }
        return warnings;
    }

    private Warning registeredAfter(Dismissal dismissal, OfficerId officer) {
        var dismissed = "was dismissed on %s%s".formatted(words.day(dismissal.on()), where(dismissal, officer));
        return new Warning(
                "REGISTERED_AFTER_DISMISSAL",
                ("This officer %s. If they were registered before, a registration on a later day says that they have come"
                                + " back; their dismissal stays as it stands. If this is somebody else, give them a number of"
                                + " their own.")
                        .formatted(dismissed),
                "The officer %s. If this is somebody else, they need a number of their own.".formatted(dismissed));
    }

    /** Returns the record of the dismissal in words, unless it is on the record that somebody looks at. */
    private static String where(Dismissal dismissal, OfficerId officer) {
        return Optional.of(dismissal.record())
                .filter(record -> !record.equals(RecordId.of(officer)))
                .map(record -> record.kind() == RecordKind.CASE
                        ? " in case " + record.id()
                        : " under their other number " + record.id())
                .orElse("");
    }
}
