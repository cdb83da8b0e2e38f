package org.conductregister.command.imports.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.conductregister.cases.CaseState;
import org.conductregister.command.decisions.Decision.Accepted;
import org.conductregister.command.decisions.Decision.Refused;
import org.conductregister.command.decisions.Decision.Repeated;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.SightRules;
import org.conductregister.command.imports.files.Journal.Said;
import org.conductregister.command.imports.rows.ContentIdentity;
import org.conductregister.command.imports.rows.Row;
import org.conductregister.command.imports.rows.Row.Read;
import org.conductregister.entries.Entry;
import org.conductregister.entries.History;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Judges what one file says of one record, fact by fact in the order of the file: the same whether it is then recorded or
 * only checked. Nothing outside the ledger changes.
 */
public final class RecordJudge {

    private final RecordId record;
    private final Ledger<?> ledger;
    private final Circumstances under;
    private final List<DomainEventMessage<Fact>> events = new ArrayList<>();
    private final List<Said> said = new ArrayList<>(0);
    private final List<Row.Refused> refused = new ArrayList<>(0);
    private boolean opened;
    private boolean heldBack;

    private RecordJudge(RecordId record, Ledger<?> ledger, Circumstances under) {
        this.record = record;
        this.ledger = ledger;
        this.under = under;
        this.opened = under.openings().isOpened(record);
        this.heldBack = under.openings().isHeldBack(record);
    }

    /**
     * The circumstances under which the facts of a batch are judged.
     *
     * @param openings which cases the file has opened
     * @param references that cases have, and openings of the batch state
     * @param sight what whoever sent the file may not record
     */
    record Circumstances(
            Openings openings, BatchReferences references, SightRules sight, LocalDate today, MetaData provenance) {}

    /**
     * The decisions on the facts of one record.
     *
     * @param ledger the record's, with the events
     * @param said of a sheet, what the register says once the events are recorded
     * @param opened whether the file has opened the record by then
     * @param heldBack whether it could not
     */
    record Judged(
            RecordId record,
            Ledger<?> ledger,
            List<DomainEventMessage<Fact>> events,
            int repeated,
            List<Row.Refused> refused,
            List<Said> said,
            boolean opened,
            boolean heldBack) {}

    /** @param rows of this record; those refused already are openings */
    static Judged judge(RecordId record, Ledger<?> ledger, List<? extends Row> rows, Circumstances under) {
        var judge = new RecordJudge(record, ledger, under);
        int repeated = 0;
        for (var row : rows) {
            switch (row) {
                case Row.Refused opening -> judge.openingRefused();
                case Read read -> repeated += judge.judge(read) ? 1 : 0;
            }
        }
        return new Judged(
                record, ledger, judge.events, repeated, judge.refused, judge.said, judge.opened, judge.heldBack);
    }

    /**
     * Refuses all that a file says of a case that whoever sent it may not see, as on one that never was.
     *
     * @param ledger of the case, which stays as it is
     * @param never of no case
     */
    static Judged judgeUnseen(
            RecordId record, Ledger<?> ledger, Ledger<?> never, List<? extends Row> rows, Circumstances under) {
        var refused = new ArrayList<Row.Refused>();
        for (var row : rows) {
            if (row instanceof Read read) {
                refused.add(SheetRefusal.of(
                        read, under.sight().refusalOnUnseen(record, read.entry(), never, under.today())));
            }
        }
        return new Judged(record, ledger, List.of(), 0, refused, List.of(), false, false);
    }

    /** Returns whether the fact stands in the register already. */
    private boolean judge(Read row) {
        var of = row.of();
        if (of == null) {
            return decide(row, afterUndoing(row));
        }
        if (isAnotherForces(ledger, of.force())) {
            refused.add(SheetRefusal.caseOfAnotherForce(row));
            return false;
        }
        if (row.entry().fact() instanceof CaseOpened) {
            return judgeOpening(row);
        }
        if (heldBack) {
            refused.add(SheetRefusal.caseHeldBack(row));
            return false;
        }
        return decide(row, afterUndoing(row));
    }

    private boolean judgeOpening(Read row) {
        int before = refused.size();
        boolean repeated = decide(row, afterUndoing(row));
        if (refused.size() > before) {
            openingRefused();
        } else {
            opened = true;
            heldBack = false;
        }
        return repeated;
    }

    private void openingRefused() {
        heldBack |= !opened;
    }

    /** Whether a record is a case that another force has opened. */
    public static boolean isAnotherForces(Ledger<?> ledger, String force) {
        var opening = ledger.head() instanceof CaseState state ? state.opening() : null;
        return opening != null && !opening.force().value().equals(force);
    }

    /** Returns an entry of another identity where an import that was undone had recorded this one. */
    private Entry afterUndoing(Read row) {
        var entry = row.entry();
        while (ledger.has(entry.entryId())
                && row.isIdentifiedByContent()
                && ledger.has(ContentIdentity.ofUndoing(entry.entryId()))) {
            entry = ContentIdentity.again(entry);
        }
        return entry;
    }

    /** Returns whether the fact stands in the register already. */
    private boolean decide(Read row, Entry entry) {
        var outOfSight = under.sight().refusal(record, entry.fact());
        if (outOfSight != null) {
            refuse(row, outOfSight);
            return false;
        }
        return switch (ledger.decide(entry, under.today())) {
            case Accepted accepted -> {
                var clash = under.references().clashOf(record, entry.fact());
                if (clash != null) {
                    refuse(row, under.sight().refusal(clash));
                    yield false;
                }
                under.references().accepted(record, entry.fact());
                events.add(event(entry));
                ledger.record(entry.entryId(), entry.fact());
                say(row, entry.entryId());
                yield false;
            }
            case Repeated repeated -> {
                say(row, entry.entryId());
                yield true;
            }
            case Refused refusal -> {
                var standing = row.of() == null ? null : standing(entry.fact());
                if (standing == null) {
                    refuse(row, refusal.refusal());
                } else {
                    say(row, standing);
                }
                yield standing != null;
            }
        };
    }

    /** The entry that says the very same already, whoever logged it; null where none does. */
    private @Nullable EntryId standing(Fact fact) {
        return new History(ledger.entries())
                .inEffect().stream()
                        .filter(entry ->
                                entry.fact().equals(fact) && entry.day().equals(fact.occurredOn()))
                        .map(History.InEffect::entryId)
                        .findFirst()
                        .orElse(null);
    }

    private void say(Read row, EntryId entryId) {
        if (row.of() != null) {
            said.add(new Said(row, entryId));
        }
    }

    private DomainEventMessage<Fact> event(Entry entry) {
        var message = new GenericMessage<>(entry.entryId().toString(), entry.fact(), under.provenance());
        return new GenericDomainEventMessage<>(
                record.kind().word(), record.toString(), ledger.version(), message, () -> Instant.EPOCH);
    }

    private void refuse(Read row, Refusal refusal) {
        refused.add(SheetRefusal.of(row, under.sight().told(refusal)));
    }
}
