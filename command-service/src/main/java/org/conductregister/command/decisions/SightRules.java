package org.conductregister.command.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.conductregister.claims.Clash;
import org.conductregister.command.decisions.Refusal.AgainstAnotherRecord;
import org.conductregister.command.decisions.Refusal.OutOfSight;
import org.conductregister.entries.Entry;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.Fact;
import org.conductregister.platform.people.Sight;
import org.conductregister.terms.identifiers.OfficerId;
import org.jspecify.annotations.Nullable;

/**
 * The rules on recording that follow from whose cases a person may see. On a case that they may not see, all is decided as on one that
 * never was; only that it cannot be opened tells that its number is taken.
 */
public final class SightRules {

    /** The rules of a person who may see all: there are none. */
    public static final SightRules NONE = new SightRules(Sight.EVERYTHING, record -> List.of());

    private final Sight sight;
    private final Function<RecordId, List<Logged>> entries;

    /** @param entries reads what is recorded on a record */
    public SightRules(Sight sight, Function<RecordId, List<Logged>> entries) {
        this.sight = sight;
        this.entries = entries;
    }

    /** Whether the person may see all. */
    public boolean areNone() {
        return sight.isEverything();
    }

    /** Whether a record, of which this is recorded, may be seen. */
    public boolean see(RecordId record, List<Logged> recorded) {
        return record.kind() != RecordKind.CASE || sight.sees(recorded);
    }

    /** The refusal of a fact, whatever is recorded on its record; null where nothing is against it. */
    public @Nullable Refusal refusal(RecordId record, Fact fact) {
        if (sight.isEverything()) {
            return null;
        }
        var named = NamesOfficer.namedIn(fact);
        boolean oneself = record.kind() == RecordKind.OFFICER && sight.isSelf(new OfficerId(record.id()));
        if (oneself || (named != null && sight.isSelf(named))) {
            return new OutOfSight(OutOfSight.Kind.CONFLICT_OF_INTEREST, record.id());
        }
        var opened = Sight.openingIn(fact);
        if (opened != null && !sight.sees(opened.force())) {
            return new OutOfSight(
                    OutOfSight.Kind.FORCE_NOT_YOURS, opened.force().value());
        }
        if (fact instanceof CaseMarkedDuplicate marked) {
            var original = RecordId.of(marked.duplicateOf());
            return see(original, entries.apply(original))
                    ? null
                    : new AgainstAnotherRecord(
                            new Clash(Clash.Kind.DUPLICATE_OF_UNKNOWN, record, original, original.id()));
        }
        return null;
    }

    /** The refusal for which another record stands, without a word on one that the person may not see. */
    public Refusal refusal(Clash clash) {
        return switch (clash.kind()) {
            case REFERENCE_TAKEN ->
                neutral(clash, clash.other(), new OutOfSight(OutOfSight.Kind.REFERENCE_TAKEN, clash.what()));
            case HAS_DUPLICATES ->
                neutral(
                        clash,
                        clash.other(),
                        new OutOfSight(
                                OutOfSight.Kind.HAS_DUPLICATES, clash.record().id()));
            case DUPLICATE_OF_DUPLICATE ->
                neutral(
                        clash,
                        new RecordId(clash.record().kind(), clash.what()),
                        new OutOfSight(
                                OutOfSight.Kind.DUPLICATE_OF_DUPLICATE,
                                clash.other().id()));
            case DUPLICATE_OF_UNKNOWN -> new AgainstAnotherRecord(clash);
        };
    }

    private Refusal neutral(Clash clash, RecordId named, OutOfSight withoutName) {
        return isHidden(named) ? withoutName : new AgainstAnotherRecord(clash);
    }

    /** The refusal as the person may be told it: without a word on a case that they may not see. */
    public Refusal told(Refusal refusal) {
        return refusal instanceof Refusal.MarkedDuplicate marked && isHidden(marked.original())
                ? new OutOfSight(OutOfSight.Kind.MARKED_DUPLICATE, "")
                : refusal;
    }

    private boolean isHidden(RecordId record) {
        return !sight.isEverything() && !see(record, entries.apply(record));
    }

    /**
     * The refusal of an entry on a case that the person may not see: as on one that never was.
     *
     * @param never the ledger of no case
     */
    public Refusal refusalOnUnseen(RecordId record, Entry entry, Ledger<?> never, LocalDate today) {
        var outOfSight = refusal(record, entry.fact());
        if (outOfSight != null) {
            return outOfSight;
        }
        return never.decide(entry, today) instanceof Decision.Refused refused ? refused.refusal() : numberTaken(record);
    }

    /** The refusal of what would be accepted if the case had never been. */
    public static Refusal numberTaken(RecordId record) {
        return new OutOfSight(OutOfSight.Kind.CASE_ID_NOT_AVAILABLE, record.id());
    }
}
