package org.conductregister.query.statistics.points;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.parquet.io.api.Binary;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.points.ParquetColumn.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Writes the points of one unit: for each transition a row with -1 and the values that a member leaves, and one with 1 and the
 * values that it takes. For one thread.
 */
final class UnitPoints {

    private static final int REGISTER = 0;
    private static final int POSITION = 1;
    private static final int RECORDED_AT = 2;
    private static final int OCCURRED_ON = 3;
    private static final int DELTA = 4;
    private static final int MEMBER = 5;
    private static final int REPORTED_ON = 6;
    private static final int REFERRED_ON = 7;

    /** The first of the columns that allegations alone have. */
    private static final int CASE = 8;

    private static final int PERSON = 9;

    private final Unit unit;
    private final IndexSnapshot index;
    private final UnitSnapshot snapshot;
    private final Binary register;
    private final IntUnaryOperator caseOf;
    private final List<ParquetColumn> columns = new ArrayList<>();
    private final List<FeatureColumn> features = new ArrayList<>();
    private final int firstFeature;
    private final @Nullable MilestoneColumns milestones;
    private final int firstMilestone;

    /** @param caseOf the number of the case that an allegation is of, by the number of the allegation */
    UnitPoints(Unit unit, IndexSnapshot index, String register, IntUnaryOperator caseOf) {
        this.unit = unit;
        this.index = index;
        this.snapshot = index.of(unit);
        this.register = Binary.fromString(register);
        this.caseOf = caseOf;
        columns.add(ParquetColumn.of("register", Kind.TEXT));
        columns.add(ParquetColumn.of("position", Kind.LONG));
        columns.add(ParquetColumn.of("recordedAt", Kind.INSTANT));
        columns.add(ParquetColumn.of("occurredOn", Kind.DATE));
        columns.add(ParquetColumn.of("delta", Kind.INT));
        columns.add(ParquetColumn.of("member", Kind.INT));
        columns.add(ParquetColumn.of("reportedOn", Kind.DATE));
        columns.add(new ParquetColumn("referredOn", Kind.DATE, true));
        if (unit == Unit.ALLEGATIONS) {
            columns.add(ParquetColumn.of("caseMember", Kind.INT));
            columns.add(new ParquetColumn("person", Kind.INT, true));
        }
        this.firstFeature = columns.size();
        var all = Dimensions.features(unit);
        MilestoneColumns ofMilestones = null;
        for (int number = 0; number < all.names().size(); number++) {
            if (all.names().get(number).equals(Dimensions.MILESTONES)) {
                ofMilestones = new MilestoneColumns(all.field(number));
            } else {
                features.add(FeatureColumn.of(all, number));
            }
        }
        features.forEach(feature -> columns.add(feature.column()));
        this.firstMilestone = columns.size();
        this.milestones = ofMilestones;
        if (ofMilestones != null) {
            MilestoneColumns.columns().forEach(columns::add);
        }
    }

    /** The columns of the file, in order. */
    List<ParquetColumn> columns() {
        return List.copyOf(columns);
    }

    /**
     * Writes the points after a position into a new file; O(rows).
     *
     * @param sets is told of the sets of values that rows have
     * @return the number of rows written
     */
    long write(Path path, long after, Sets sets) throws IOException {
        var points = snapshot.points();
        var instants = index.instants().instants();
        try (var table = new ParquetTable(path, columns)) {
            long position = after;
            for (int row = points.sizeAt(after); row < points.size(); row++) {
                while (points.sizeAt(position) <= row) {
                    position++;
                }
                int transition = points.transition(row);
                long micros = instants.microsAt(position);
                write(row, position, micros, -1, snapshot.transitions().from(transition), table, sets);
                write(row, position, micros, 1, snapshot.transitions().to(transition), table, sets);
            }
            return table.rows();
        }
    }

    private void write(int row, long position, long micros, int delta, int state, ParquetTable table, Sets sets)
            throws IOException {
        if (state == UnitState.NOT_THERE) {
            return;
        }
        var versions = snapshot.versions();
        int version = snapshot.points().version(row);
        int member = versions.member(version);
        table.put(REGISTER, register);
        table.put(POSITION, position);
        table.put(RECORDED_AT, micros);
        table.put(OCCURRED_ON, snapshot.points().epochDay(row));
        table.put(DELTA, delta);
        table.put(MEMBER, member);
        table.put(REPORTED_ON, versions.reported(version));
        putUnless(UnitState.NOT_REFERRED, REFERRED_ON, versions.referred(version), table);
        if (unit == Unit.ALLEGATIONS) {
            table.put(CASE, caseOf.applyAsInt(member));
            putUnless(UnitState.NOBODY, PERSON, versions.person(version), table);
        }
        int profile = versions.profile(version);
        for (int i = 0; i < features.size(); i++) {
            var feature = features.get(i);
            if (feature.fixed()) {
                feature.write(snapshot.profiles(), profile, table, firstFeature + i, sets);
            } else {
                feature.write(snapshot.states(), state - 1, table, firstFeature + i, sets);
            }
        }
        if (milestones != null) {
            milestones.write(snapshot.states(), state - 1, table, firstMilestone);
        }
        table.endRow();
    }

    private static void putUnless(int none, int column, int value, ParquetTable table) {
        if (value == none) {
            table.putNothing(column);
        } else {
            table.put(column, value);
        }
    }
}
