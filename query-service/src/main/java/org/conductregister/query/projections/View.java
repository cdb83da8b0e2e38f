package org.conductregister.query.projections;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.Head;
import org.jspecify.annotations.Nullable;

/**
 * A read model: what it shows is a function of the log, and it can be thrown away and built again. A bean of this type
 * is followed by itself. One thread at a time writes; many read meanwhile.
 */
public interface View {

    /** As in {@code /api/v1/projections}; stable. */
    String name();

    /**
     * Whether it begins at each start of the process with what it has kept by {@link #keep}, else empty. What was taken
     * in after that is read again, and until it has caught up the service does not say that it can be asked.
     */
    default boolean keptInMemory() {
        return false;
    }

    /** Whether counts are made of it: until it has caught up after a start, the service does not say that it can be asked. */
    default boolean isCountedFrom() {
        return false;
    }

    /** How far what it shows has come, also after a restart; moved on by {@link #commit}, back by {@link #reset}. */
    Head head();

    /**
     * Takes in one entry. Entries come in order of position, but for one that was a dead letter and is tried again: that
     * comes late, and still before the later ones of its record. An entry that was taken in before may come again and must
     * change nothing.
     *
     * @throws RuntimeException when this entry cannot be taken in: it becomes a dead letter, as do later ones of its record
     */
    void apply(RecordedEntry entry);

    /**
     * Makes what was taken in since the last call visible to readers, all at once, keeps it, and moves the head there.
     * Where it fails the entries come again.
     *
     * <p>Entries recorded after {@code recordedAt} may have been taken in already: the first of a commit of which the
     * others are still to come. What is known at {@code recordedAt} does not include them.
     *
     * @param position of the last entry recorded at or before {@code recordedAt}
     * @param recordedAt every entry recorded until then has been seen, and was taken in or is a dead letter
     */
    void commit(long position, Instant recordedAt);

    /** Forgets everything, before a rebuild. */
    void reset();

    /**
     * Keeps what it shows, so that the next start of the process begins there. Called where it writes, between commits;
     * the work itself may go on elsewhere.
     *
     * @return true once it is kept, false at once where there is nothing that could be; fails where it cannot be written
     */
    default CompletableFuture<Boolean> keep() {
        return CompletableFuture.completedFuture(false);
    }

    /** An empty one of its kind, to be built from the log while this one answers; null where that cannot be. */
    default @Nullable View another() {
        return null;
    }

    /**
     * Compares what two of a kind answer, as known at an instant that both have reached.
     *
     * @return in words, where they differ
     */
    default List<String> differencesFrom(View built) {
        return List.of();
    }

    /** Shows from now on what one made by {@link #another} does, and goes on from there. */
    default void become(View built) {
        throw new UnsupportedOperationException();
    }
}
