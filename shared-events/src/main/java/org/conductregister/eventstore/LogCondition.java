package org.conductregister.eventstore;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.conductregister.eventstore.database.EntriesNotTakenException;
import org.conductregister.eventstore.database.LogTrouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The condition of the log: its trouble, where there is any. Thread-safe. */
public final class LogCondition {

    private static final Logger log = LoggerFactory.getLogger(LogCondition.class);

    private final AtomicReference<@Nullable LogTrouble> trouble = new AtomicReference<>();

    /** Empty while entries are taken and all that was read was whole. */
    public Optional<LogTrouble> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    /**
     * Takes note of a trouble: a lasting one outweighs a passing one, and damage outweighs all. Said in the log when
     * it is new.
     */
    public void report(LogTrouble found) {
        LogTrouble before = trouble.getAndUpdate(known -> outweighs(known, found) ? known : found);
        if (!outweighs(before, found) && (before == null || before.kind() != found.kind())) {
            log.error("{}", found.sentence());
        }
    }

    private static boolean outweighs(@Nullable LogTrouble known, LogTrouble found) {
        return known != null && known.kind().isLasting() && known.kind().compareTo(found.kind()) >= 0;
    }

    /** To be called when entries were written: what passes has passed. */
    public void wrote() {
        LogTrouble before = trouble.get();
        if (before != null && !before.kind().isLasting() && trouble.compareAndSet(before, null)) {
            log.info("Entries are taken again");
        }
    }

    public EntriesNotTakenException tooSlow(Exception cause) {
        LogTrouble trouble = new LogTrouble(
                LogTrouble.Kind.SLOW, "The disk of the event log is too slow for all entries that wait to be written.");
        report(trouble);
        return new EntriesNotTakenException(trouble, cause);
    }

    /**
     * Refuses entries where they cannot be decided on.
     *
     * @throws EntriesNotTakenException if the log is damaged: what was decided on it could be wrong
     */
    public void refuseWhereDamaged() {
        LogTrouble known = trouble.get();
        if (known != null && known.kind() == LogTrouble.Kind.DAMAGED) {
            throw new EntriesNotTakenException(known, null);
        }
    }
}
