package org.conductregister.command.decisions;

import java.time.LocalDate;
import org.conductregister.entries.FactType;
import org.conductregister.facts.EntryId;

/** Why an entry was not recorded. Each has a stable code for programs and a sentence for people. */
public sealed interface Refusal {

    /** A stable word, such as {@code CASE_NOT_OPENED}. */
    String code();

    String sentence();

    /** The fact breaks a rule where it stands. */
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
     * The fact itself may stand, but another one, later in order of the day, could not be where it is.
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
            return "%s of %s (entry %s) would become impossible. %s"
                    .formatted(type.name(), day, entryId, because.sentence());
        }
    }

    /** Nothing that has not happened yet is recorded. */
    record InTheFuture(LocalDate day, LocalDate today) implements Refusal {
        @Override
        public String code() {
            return "OCCURRED_IN_FUTURE";
        }

        @Override
        public String sentence() {
            return "%s is in the future; today is %s.".formatted(day, today);
        }
    }

    /** The identifier belongs to another entry: the same with other content, or one on another record. */
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

    /** The caller decided on what they saw, and the record has moved on. Versions count the record's entries. */
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

    /** Others kept recording on the same record at the same time, on another node. */
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
