package org.conductregister.query.projections.deadletters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores the dead letters of one view, each by its position. What is stored is there once a call returns. */
interface ParkedPositions {

    /** Stores a letter, in place of one of its position where there is one. */
    void put(ParkedPosition letter);

    void remove(long position);

    void clear();

    /**
     * Returns letters in order of their positions.
     *
     * @param sequence those of one record; null for all
     */
    List<ParkedPosition> find(@Nullable String sequence);
}
