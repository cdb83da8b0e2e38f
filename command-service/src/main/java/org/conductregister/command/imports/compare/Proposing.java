package org.conductregister.command.imports.compare;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.conductregister.cases.CaseState;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.LaterFactImpossible;
import org.conductregister.command.decisions.Rule;
import org.conductregister.command.decisions.SightRules;
import org.conductregister.command.imports.compare.Difference.Change;
import org.conductregister.command.imports.compare.SaidByRecord.OfRecord;
import org.conductregister.command.imports.files.ProposalKind;
import org.conductregister.command.imports.rows.ContentIdentity;
import org.conductregister.command.imports.rows.Statements.Statement;
import org.conductregister.command.imports.run.RecordJudge;
import org.conductregister.command.imports.run.SheetRefusal;
import org.conductregister.command.imports.run.TogetherRecorder;
import org.conductregister.command.imports.run.TogetherRecorder.NotRecorded;
import org.conductregister.entries.Entry;
import org.conductregister.entries.History;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.Correction.OfAnEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.text.FreeText;

/**
 * Proposes the entries that record the differences of one record: judged on what is recorded of it, together, by the rules that hold
 * when they are accepted. What somebody has corrected by hand is a conflict. For one record and one thread.
 */
final class Proposing {

    private final OfRecord of;
    private final Ledger<?> ledger;
    private final History history;
    private final SaidByRecord said;
    private final Naming naming;
    private final SightRules sight;
    private final ProposedReferences references;
    private final ProposalWriter proposals;
    private final RefusedByLine refused;

    /**
     * @param ledger of the record
     * @param said tells which corrections are a comparison's own
     * @param sight of whoever sent the sheet
     * @param references of which those of the record are looked up
     */
    Proposing(
            OfRecord of,
            Ledger<?> ledger,
            SaidByRecord said,
            Naming naming,
            SightRules sight,
            ProposedReferences references,
            ProposalWriter proposals,
            RefusedByLine refused) {
        this.of = of;
        this.ledger = ledger;
        this.history = new History(ledger.entries());
        this.said = said;
        this.naming = naming;
        this.sight = sight;
        this.references = references;
        this.proposals = proposals;
        this.refused = refused;
    }

    /**
     * The names by which the corrections of one comparison are known.
     *
     * @param comparison makes their identities its own
     */
    record Naming(UUID comparison, String mapping, LocalDate today) {

        FreeText reason() {
            return new FreeText(
                    "The extract of %s says so (%s).".formatted(SheetRefusal.plain(today.toString()), mapping));
        }
    }

    /** A change with the entry that would record it. */
    private record Proposed(Change change, Entry entry) {

        ProposalKind kind() {
            return change.before() == null
                    ? ProposalKind.NEW
                    : entry.fact() instanceof EntryRetracted ? ProposalKind.RETRACTED : ProposalKind.CORRECTED;
        }

        /** Whether it opens a case that no earlier sheet has opened. */
        boolean opens() {
            return entry.fact() instanceof CaseOpened;
        }

        /** Whether the sheet says something else than before, other than how the record itself began. */
        boolean isSaidOtherwise() {
            return change.before() != null
                    && change.after() != null
                    && !(change.after().entry().fact() instanceof CaseOpened);
        }
    }

    void propose() throws IOException {
        var proposed = new ArrayList<Proposed>();
        for (var change : of.difference().changes()) {
            var before = change.before();
            var after = change.after();
            if (after != null && isOutOfSight(after)) {
                continue;
            }
            if (before == null) {
                if (mayBeNew(requireNonNull(after))) {
                    proposed.add(new Proposed(change, entry(change)));
                }
            } else if (isCorrectedByHand(before.entry().entryId())) {
                proposals.write(change, ProposalKind.CONFLICT, null);
            } else if (history.struckBy(before.entry().entryId()) == null) {
                proposed.add(new Proposed(change, entry(change)));
            }
        }
        retractImpossible(proposed);
        judge(proposed);
    }

    /** Refuses what the sheet says of a case that whoever sent it may not see; what it no longer says is not proposed. */
    void refuseUnseen(Ledger<?> never) {
        for (var change : of.difference().changes()) {
            var after = change.after();
            if (after != null) {
                var refusal = sight.refusalOnUnseen(of.record(), after.entry(), never, naming.today());
                refused.add(SheetRefusal.of(after, after.entry(), refusal));
            }
        }
    }

    private boolean isOutOfSight(Statement after) {
        var refusal = sight.refusal(of.record(), after.entry().fact());
        if (refusal != null) {
            refused.add(SheetRefusal.of(after, after.entry(), refusal));
        }
        return refusal != null;
    }

    /** Whether a statement that no earlier sheet made is neither recorded already nor refused. */
    private boolean mayBeNew(Statement after) {
        if (stands(after.entry().fact())) {
            proposals.same(1);
            return false;
        }
        if (RecordJudge.isAnotherForces(ledger, of.force())) {
            refused.add(SheetRefusal.caseOfAnotherForce(after));
            return false;
        }
        if (isHeldBack(after)) {
            refused.add(SheetRefusal.caseHeldBack(after));
            return false;
        }
        return true;
    }

    private boolean stands(Fact fact) {
        return history.inEffect().stream()
                .anyMatch(entry -> entry.fact().equals(fact) && entry.day().equals(fact.occurredOn()));
    }

    private boolean isHeldBack(Statement after) {
        return of.openingUnreadable()
                && !(after.entry().fact() instanceof CaseOpened)
                && !(ledger.head() instanceof CaseState state && state.opened());
    }

    private boolean isCorrectedByHand(EntryId entryId) {
        return ledger.entries().stream()
                .anyMatch(logged -> logged.fact() instanceof OfAnEntry correction
                        && correction.corrects().equals(entryId)
                        && history.struckBy(logged.entryId()) == null
                        && !said.isOurs(logged.entryId()));
    }

    /**
     * Statements as before may not go together with what it states otherwise, such as a closing with a later
     * day of receipt: it is refused as it would be in a sheet by itself, and what was recorded of it retracted.
     */
    private void retractImpossible(List<Proposed> proposed) {
        var unchanged = new HashMap<EntryId, Change>();
        for (var change : of.difference().unchanged()) {
            var entryId = requireNonNull(change.before()).entry().entryId();
            if (!isCorrectedByHand(entryId)) {
                unchanged.put(entryId, change);
            }
        }
        boolean found = !proposed.isEmpty() && !unchanged.isEmpty();
        while (found) {
            found = false;
            for (var each : ledger.refusalsOfAll(entries(proposed), naming.today())) {
                if (each.refusal() instanceof LaterFactImpossible later) {
                    var change = unchanged.remove(later.entryId());
                    if (change != null) {
                        var after = requireNonNull(change.after());
                        refused.add(SheetRefusal.of(after, after.entry(), new Refusal.RuleBroken(ruleOf(later))));
                        proposed.add(retraction(change));
                        proposals.same(-1);
                        found = true;
                    }
                }
            }
        }
    }

    /** An entry before the day that the case now has was not on no case, but before it. */
    private static Rule ruleOf(LaterFactImpossible later) {
        return later.because() == Rule.CASE_NOT_OPENED ? Rule.OCCURRED_BEFORE_CASE_OPENED : later.because();
    }

    /** Writes what may be recorded. Where the sheet now says what cannot be so, what it said before is retracted. */
    private void judge(List<Proposed> proposed) throws IOException {
        var refusals = refusals(proposed);
        boolean held = proposed.stream().anyMatch(each -> each.opens() && refusals.containsKey(each));
        var left = new ArrayList<Proposed>();
        for (var each : proposed) {
            if (!refusals.containsKey(each)) {
                left.add(each);
            } else {
                refuse(each, requireNonNull(refusals.get(each)), held);
                if (each.isSaidOtherwise()) {
                    left.add(retraction(each.change()));
                }
            }
        }
        var refusalsOfLeft = refusals(left);
        for (var each : left) {
            if (refusalsOfLeft.containsKey(each)) {
                refuse(each, requireNonNull(refusalsOfLeft.get(each)), held);
            } else {
                references.propose(of.record(), each.entry().fact());
                proposals.write(each.change(), each.kind(), each.entry());
            }
        }
    }

    /** Returns those that the rules or the references of other cases stand against. */
    private Map<Proposed, Refusal> refusals(List<Proposed> proposed) {
        var not = new ArrayList<NotRecorded>();
        TogetherRecorder.allowed(ledger, entries(proposed), naming.today(), not);
        var refusals = new HashMap<Proposed, Refusal>();
        for (var each : proposed) {
            var clash = references.clashOf(of.record(), each.entry().fact());
            not.stream()
                    .filter(one -> one.entry().equals(each.entry()))
                    .findFirst()
                    .map(NotRecorded::refusal)
                    .or(() -> Optional.ofNullable(clash).map(sight::refusal))
                    .ifPresent(refusal -> refusals.put(each, refusal));
        }
        return refusals;
    }

    /** @param held whether the case is not opened, because the sheet's opening is refused */
    private void refuse(Proposed proposed, Refusal refusal, boolean held) {
        var after = proposed.change().after();
        if (after == null) {
            refused.add(SheetRefusal.of(proposals.line(proposed.change()), proposed.entry(), refusal));
        } else if (held && !proposed.opens()) {
            refused.add(SheetRefusal.caseHeldBack(after));
        } else {
            refused.add(SheetRefusal.of(after, proposed.entry(), refusal));
        }
    }

    private static List<Entry> entries(List<Proposed> proposed) {
        return proposed.stream().map(Proposed::entry).toList();
    }

    /** The sheet no more says what was said, and what it says instead cannot be so. */
    private Proposed retraction(Change change) {
        var gone = new Change(change.before(), null);
        return new Proposed(gone, entry(gone));
    }

    private Entry entry(Change change) {
        var before = change.before();
        var after = change.after();
        if (before == null) {
            var entry = requireNonNull(after).entry();
            while (ledger.has(entry.entryId())) {
                entry = ContentIdentity.again(entry);
            }
            return entry;
        }
        var wrong = before.entry().entryId();
        OfAnEntry fact = after == null
                ? new EntryRetracted(naming.today(), wrong, naming.reason(), null)
                : new EntryCorrected(naming.today(), wrong, after.entry().fact(), naming.reason(), null);
        return new Entry(ContentIdentity.within(naming.comparison(), fact), of.record(), fact, true);
    }
}
