package org.conductregister.command.decisions;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.conductregister.claims.Clash;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.EntryId;

/**
 * The reason for which an entry was not recorded. Each has a stable code for programs and a sentence for people.
 */
public sealed interface Refusal {

    /** A stable word, such as {@code CASE_NOT_OPENED}. */
    String code();

    /** The reason and what can be done about it, for a person. */
    String sentence();

    private static String inWords(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).format(day);
    }

    /** The fact breaks a rule at its place in order of the day. */
    record RuleBroken(Rule rule) implements Refusal {
        @Override
        public String code() {
            return rule.name();
        }

        @Override
        public String sentence() {
            return rule.sentence();
        }
    }

    /**
     * The fact breaks no rule itself, but would make another fact, later in order of the day, impossible.
     *
     * @param because the rule that the later fact would break
     */
    record LaterFactImpossible(FactType type, LocalDate day, EntryId entryId, Rule because) implements Refusal {
        @Override
        public String code() {
            return "LATER_FACT_IMPOSSIBLE";
        }

        @Override
        public String sentence() {
            return "“%s” of %s, which is recorded, would then be impossible. %s Correct that entry first, or both together."
                    .formatted(type.words(), inWords(day), because.sentence());
        }
    }

    /** The record is marked as a duplicate, so what is new about it goes on the other. */
    record MarkedDuplicate(RecordId original) implements Refusal {
        @Override
        public String code() {
            return "MARKED_DUPLICATE";
        }

        @Override
        public String sentence() {
            return "This is a duplicate of %s. Record it there.".formatted(original.id());
        }
    }

    /** Another record stands against it. */
    record AgainstAnotherRecord(Clash clash) implements Refusal {
        @Override
        public String code() {
            return clash.kind().name();
        }

        @Override
        public String sentence() {
            return clash.sentence();
        }
    }

    /**
     * It is on, or leads to, what the person may not see, or names them.
     *
     * @param what the force, record or reference that it is about, as the person stated it
     */
    record OutOfSight(Kind kind, String what) implements Refusal {

        /** Stable words that programs may rely on. */
        public enum Kind {
            FORCE_NOT_YOURS,
            CONFLICT_OF_INTEREST,
            CASE_ID_NOT_AVAILABLE,
            REFERENCE_TAKEN,
            MARKED_DUPLICATE,
            DUPLICATE_OF_DUPLICATE,
            HAS_DUPLICATES
        }

        @Override
        public String code() {
            return kind.name();
        }

        @Override
        public String sentence() {
            return switch (kind) {
                case FORCE_NOT_YOURS -> "You do not work for %s. Somebody who does has to record it.".formatted(what);
                case CONFLICT_OF_INTEREST -> "It is about yourself. Somebody else has to record it.";
                case CASE_ID_NOT_AVAILABLE ->
                    "The number %s cannot be used for a new case. Choose another.".formatted(what);
                case REFERENCE_TAKEN -> "The reference %s is taken. Give this case another.".formatted(what);
                case MARKED_DUPLICATE ->
                    "This is a duplicate of another case. Somebody who works on that one has to record it there.";
                case DUPLICATE_OF_DUPLICATE ->
                    "%s is itself a duplicate. Somebody who works on both cases has to mark this one.".formatted(what);
                case HAS_DUPLICATES ->
                    "Another case is marked as a duplicate of this one. Somebody who works on both has to take that back"
                            + " first.";
            };
        }
    }

    /** The day of the fact is in the future. */
    record InTheFuture(LocalDate day, LocalDate today) implements Refusal {
        @Override
        public String code() {
            return "OCCURRED_IN_FUTURE";
        }

        @Override
        public String sentence() {
            return "%s is in the future; today is %s.".formatted(inWords(day), inWords(today));
        }
    }

    /** The id belongs to another entry: one with other content, or one on another record. */
    record EntryIdTaken(EntryId entryId) implements Refusal {
        @Override
        public String code() {
            return "ENTRY_ID_TAKEN";
        }

        @Override
        public String sentence() {
            return "The entryId %s belongs to an entry with other content. Send a new entry under a new entryId."
                    .formatted(entryId);
        }
    }

    /** The record has changed since the version that the caller read. A version is the number of the record's entries. */
    record VersionStale(long current) implements Refusal {
        @Override
        public String code() {
            return "VERSION_STALE";
        }

        @Override
        public String sentence() {
            return "The record has changed since it was read: it is at version %d. Read it again and decide anew."
                    .formatted(current);
        }
    }

    /** Another node recorded on the same record at the same time, at each attempt. */
    record ConcurrentChange() implements Refusal {
        @Override
        public String code() {
            return "CONCURRENT_CHANGE";
        }

        @Override
        public String sentence() {
            return "Others were recording on this record at the same moment. Nothing was recorded; send it again.";
        }
    }
}
