package org.conductregister.facts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.DayStatedAs;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * A fact that changes what is known, from the instant it is recorded and for every day, and not what happened. Its own day
 * plays no part in any view. Each can be retracted.
 */
public sealed interface Correction extends Fact permits Correction.OfAnEntry, Correction.DuplicateMarking {

    FreeText reason();

    /** Corrects an entry of the same record. */
    sealed interface OfAnEntry extends Correction permits EntryRetracted, EntryRedated, EntryCorrected {

        /** The entry that was wrong. */
        EntryId corrects();
    }

    /** Tells that a record is the same as another of its kind, under which it is known from then on. */
    sealed interface DuplicateMarking extends Correction permits CaseMarkedDuplicate, OfficerMarkedDuplicate {}

    /** The entry named counts no more, from the instant this is recorded. */
    @StoredAs("entry.retracted.1")
    record EntryRetracted(
            LocalDate occurredOn,
            EntryId retracts,
            FreeText reason,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements OfAnEntry {

        public EntryRetracted(LocalDate occurredOn, EntryId retracts, FreeText reason, @Nullable FreeText note) {
            this(occurredOn, retracts, reason, note, null);
        }

        @Override
        public EntryId corrects() {
            return retracts;
        }
    }

    /** The entry named happened on another day; it keeps its position. */
    @StoredAs("entry.redated.1")
    record EntryRedated(
            LocalDate occurredOn,
            EntryId redates,
            LocalDate newOccurredOn,
            FreeText reason,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements OfAnEntry {

        public EntryRedated(
                LocalDate occurredOn,
                EntryId redates,
                LocalDate newOccurredOn,
                FreeText reason,
                @Nullable FreeText note) {
            this(occurredOn, redates, newOccurredOn, reason, note, null);
        }

        @Override
        public EntryId corrects() {
            return redates;
        }
    }

    /**
     * The entry named states this fact instead; it keeps its position. The stored form holds that of the fact, so where the
     * revision of any fact changes, that of this one does too, and its upcaster applies the fact's.
     *
     * @param fact the whole fact anew, of the same kind as the entry; not a correction
     */
    @StoredAs("entry.corrected.1")
    record EntryCorrected(
            LocalDate occurredOn,
            EntryId corrects,

            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
            Fact fact,

            FreeText reason,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements OfAnEntry {

        /** @throws IllegalArgumentException if the fact is a correction, or about personal data */
        public EntryCorrected {
            if (fact instanceof Correction) {
                throw new IllegalArgumentException("a correction is not corrected but retracted");
            }
            if (fact instanceof PersonalDataFact) {
                throw new IllegalArgumentException("what was held or erased is not corrected");
            }
        }

        public EntryCorrected(
                LocalDate occurredOn, EntryId corrects, Fact fact, FreeText reason, @Nullable FreeText note) {
            this(occurredOn, corrects, fact, reason, note, null);
        }
    }

    /** The case is the same as another, on which all further facts go; what is on this one counts no more. */
    @StoredAs("case.marked-duplicate.1")
    record CaseMarkedDuplicate(
            LocalDate occurredOn,
            CaseId duplicateOf,
            FreeText reason,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements DuplicateMarking {

        public CaseMarkedDuplicate(LocalDate occurredOn, CaseId duplicateOf, FreeText reason, @Nullable FreeText note) {
            this(occurredOn, duplicateOf, reason, note, null);
        }
    }

    /** The number is another number of one person: what stands against it, and what it did, counts as theirs. */
    @StoredAs("officer.marked-duplicate.1")
    record OfficerMarkedDuplicate(
            LocalDate occurredOn,
            OfficerId duplicateOf,
            FreeText reason,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements DuplicateMarking {

        public OfficerMarkedDuplicate(
                LocalDate occurredOn, OfficerId duplicateOf, FreeText reason, @Nullable FreeText note) {
            this(occurredOn, duplicateOf, reason, note, null);
        }
    }
}
