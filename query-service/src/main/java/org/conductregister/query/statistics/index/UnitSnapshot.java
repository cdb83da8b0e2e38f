package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.StringDictionary;
import org.conductregister.query.statistics.column.TransitionDictionary;
import org.conductregister.query.statistics.column.TupleDictionary;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.StoredResult;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.rollup.Rollup;
import org.jspecify.annotations.Nullable;

/**
 * The points of one unit, and what they are made of, as of one position of the log. It never changes, and any thread may
 * read it.
 *
 * @param members the names of the members
 * @param profiles the tuples of values of the fixed dimensions
 * @param states the tuples of values of the changing dimensions; state {@code n} is tuple {@code n - 1}, since 0 is
 *     {@link UnitState#NOT_THERE}
 * @param transitions from state to state
 * @param versions the versions of the members
 * @param points a row each, in order of position
 * @param merged the number of rows that have been merged into the rollups; the others are pending there
 * @param rollups in order of the unit's rollup definitions
 * @param ranges in which rows and versions are read at the same time
 */
public record UnitSnapshot(
        StringDictionary.View members,
        TupleDictionary.View profiles,
        TupleDictionary.View states,
        TransitionDictionary.View transitions,
        MemberVersions.View versions,
        PointTable.View points,
        int merged,
        List<Rollup.View> rollups,
        ParallelRanges ranges) {

    /** The same points, with results read by what a list said of findings; see {@link StoredResult}. */
    UnitSnapshot withResults(Unit unit, Set<String> upheldFindings) {
        var features = Dimensions.features(unit);
        if (!features.names().contains(Dimensions.RESULT)) {
            return this;
        }
        int field = features.field(features.number(Dimensions.RESULT));
        var read = states.reading(field, StoredResult.reading(upheldFindings));
        return new UnitSnapshot(members, profiles, read, transitions, versions, points, merged, rollups, ranges);
    }

    /** Between a record and a part of it in the name of a member; in no identifier. */
    private static final char SEPARATOR = '/';

    /** The name of a member. */
    static String name(String record, @Nullable String part) {
        return part == null ? record : record + SEPARATOR + part;
    }

    /** The record that a member is, or is part of. */
    public String record(int member) {
        var name = members.get(member);
        int separator = name.indexOf(SEPARATOR);
        return separator < 0 ? name : name.substring(0, separator);
    }

    /** Which part of its record a member is; null where it is the whole. */
    public @Nullable String part(int member) {
        var name = members.get(member);
        int separator = name.indexOf(SEPARATOR);
        return separator < 0 ? null : name.substring(separator + 1);
    }

    /**
     * The state of a version at the end of a day, as known after the first rows. O(1) where the version was reported later, or no
     * row of it is later or not yet known, else O(rows of the version).
     *
     * @param upTo the {@link org.conductregister.query.statistics.column.DayCode} of the day, which must have one of its own
     * @param known the number of rows known
     * @return {@link UnitState#NOT_THERE} where the version does not exist then
     */
    public int stateAt(int version, int upTo, int known) {
        return versions.stateAt(version, upTo, known, points, transitions);
    }

    /**
     * Calls an action with each row of a version among the first rows, in no order of day; O(rows of the version).
     *
     * @param known the number of rows known
     */
    public void forEachRow(int version, int known, IntConsumer action) {
        versions.forEachRow(version, known, action);
    }

    /** Whether a version was reported later than a day, which is given as {@link #stateAt} takes it: O(1) there as well. */
    public boolean isLater(int version, int upTo) {
        return versions.isLater(version, upTo);
    }

    /**
     * Whether {@link #isLater} surely holds for each version of a chunk, numbered from 0, of
     * {@link org.conductregister.query.statistics.column.IntColumn#CHUNK}; O(1).
     */
    public boolean areAllLater(int chunk, int upTo) {
        return versions.areAllLater(chunk, upTo);
    }

    /** Whether {@link #stateAt} is O(1) for a version, since no row of it is later or not yet known. */
    public boolean isSettled(int version, int upTo, int known) {
        return versions.isSettled(version, upTo, known);
    }

    /**
     * The number of versions that may be of one of the first rows: those with lower numbers. O(1) for all rows, else O(chunks).
     *
     * @param known the number of rows known
     */
    public int versionsKnown(int known) {
        return known == points.size() ? versions.size() : points.versionsOf(known);
    }

    /** Writes all of it; O(n). Any thread may do so while more is appended to the index. */
    void save(SaveStream out) throws IOException {
        out.writeInt(merged);
        members.save(out);
        profiles.save(out);
        states.save(out);
        transitions.save(out);
        versions.save(out);
        points.save(out);
        for (var rollup : rollups) {
            rollup.save(out);
        }
    }
}
