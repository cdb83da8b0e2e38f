package org.conductregister.query.projections;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.Head;
import org.jspecify.annotations.Nullable;

/**
 * A read model: a function of the log, which can be thrown away and built again. Every bean of this type follows the
 * log by itself. One thread at a time writes; any number read meanwhile.
 */
public interface View {

    /** The stable name under {@code /api/v1/projections}. */
    String name();

    /**
     * Whether a start of the process goes on from what {@link #keep} stored, rather than from the last {@link #commit}. The
     * dead letters of such a view are kept in memory, and while it has any it is not asked for a checkpoint.
     */
    default boolean isKeptByCheckpoints() {
        return false;
    }

    /** Whether counts come from it. The service is not healthy until it has caught up after a start. */
    default boolean isCountedFrom() {
        return false;
    }

    /**
     * The least time between two batches at the end of the log while nobody waits for the view: the longer, the more entries share the
     * cost of a commit. Entries that come after a pause are taken in at once.
     */
    default Duration gathering() {
        return Duration.ofMillis(10);
    }

    /** The same while many entries come, as from an import: then a batch is large, and nobody looks for one of its entries. */
    default Duration gatheringOfMany() {
        return Duration.ofMillis(100);
    }

    /**
     * The position that readers see; moved on by {@link #commit}, back by {@link #reset}. A new view has that of what is
     * stored of it, which is where it goes on from: there is no other token.
     */
    Head head();

    /**
     * Takes in one entry. Entries come in order of position, except a dead letter that is tried again: it comes late, but
     * before the later entries of its record. An entry may come more than once, and must change nothing then.
     *
     * @throws RuntimeException when this entry cannot be taken in: it becomes a dead letter, as do later ones of its record
     */
    void apply(RecordedEntry entry);

    /**
     * Makes the entries since the last call visible to readers, all at once and durably, and moves the head there. If it
     * fails, the entries come again.
     *
     * <p>Entries recorded after {@code recordedAt} may have been taken in already, where a batch ends in the middle of an
     * instant. A read as known at {@code recordedAt} must not include them.
     *
     * @param position of the last entry recorded at or before {@code recordedAt}
     * @param recordedAt every entry recorded until this instant was taken in or is a dead letter
     */
    void commit(long position, Instant recordedAt);

    /**
     * The same, for a view to which it is costly to make entries visible: while more follow it may put that off to a later
     * call, and leave its head where it is.
     *
     * @param moreFollow whether the log goes on, so that another call comes soon
     */
    default void commit(long position, Instant recordedAt, boolean moreFollow) {
        commit(position, recordedAt);
    }

    /**
     * Says what to do where what is stored of the view turns out to be damaged.
     *
     * @param rebuild returns at once; run in any thread
     */
    default void onDamage(Runnable rebuild) {}

    /**
     * Says what to do where another node, which shares what is stored of the view, has set it back.
     *
     * @param again has it followed from {@link #goOnAsStored}; returns at once; run in any thread
     */
    default void onSetBack(Runnable again) {}

    /** Moves the head to where what is stored stands, forward or back. */
    default void goOnAsStored() {}

    /** Called once it is no longer followed here: another node may write what is stored of it. */
    default void letGo() {}

    /** Empties the view, before a rebuild. */
    void reset();

    /**
     * Begins to store a checkpoint, from which the next start of the process goes on. Called in the writing thread, between
     * commits; the work itself may go on in another.
     *
     * @return true once it is stored; false at once where there can be no checkpoint now; fails where it cannot be written
     */
    default CompletableFuture<Boolean> keep() {
        return CompletableFuture.completedFuture(false);
    }

    /** Returns an empty view of the same kind, to be built while this one answers; null where there can be no second one. */
    default @Nullable View another() {
        return null;
    }

    /**
     * Compares the answers of two views of one kind, as known at an instant that both have reached.
     *
     * @return the differences, for a person; empty where there are none
     */
    default List<String> differencesFrom(View built) {
        return List.of();
    }

    /** Takes over the content of a view made by {@link #another}, and goes on from there. */
    default void become(View built) {
        throw new UnsupportedOperationException();
    }
}
