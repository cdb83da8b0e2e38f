package org.conductregister.query.casefile.files;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.RecordId;
import org.conductregister.query.pointintime.Head;

/** Stores the file of each record. One thread at a time adds; any number find meanwhile. */
public interface RecordFiles {

    /** The qualifier of the files as they are stored, whoever asks. */
    String STORED = "stored";

    /** The place in the log up to which the files speak, as stored now; {@link Head.At#START} where nothing is filed. */
    Head.At head();

    /**
     * Adds to the files and then moves their head, durably. What is filed again is there once.
     *
     * @throws RuntimeException where it fails; part of it may be filed then, and the head is as before
     */
    void add(FilingBatch batch, Head.At head);

    /** Returns a file for each record asked for; an empty one where nothing is filed. */
    Map<RecordId, RecordFile> find(Collection<RecordId> records);

    /** Returns the file of a record; an empty one where nothing is filed. */
    default RecordFile find(RecordId record) {
        return requireNonNull(find(List.of(record)).get(record));
    }

    /** Empties all files, and moves the head to the start. */
    void clear();

    /**
     * Says what to do where what is stored turns out to be damaged.
     *
     * @param rebuild returns at once; run in any thread
     */
    default void onDamage(Runnable rebuild) {}

    /**
     * Says what to do where another node has emptied the files, to have them filed anew: they are then to be followed again
     * from their head.
     *
     * @param again returns at once; run in any thread
     */
    default void onSetBack(Runnable again) {}

    /** Lets another node write at once, where several share the files and this one has written them. */
    default void letGo() {}
}
