package org.conductregister.query.statistics.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.projections.View;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.cells.Dimensions;
import org.conductregister.query.statistics.paths.Register;

/** Statistics kept in memory: made of the log at start, and answered from what was last committed. */
public final class StatisticsView implements View, StatisticsEngine {

    private final Head head = new Head();
    private PointIndex index = new PointIndex();
    private Register register = new Register(index);
    private volatile Snapshot snapshot = index.snapshot(Head.At.START);

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public boolean keptInMemory() {
        return true;
    }

    @Override
    public void apply(RecordedEntry entry) {
        register.apply(entry);
    }

    @Override
    public void commit(long position, Instant recordedAt) {
        snapshot = index.snapshot(new Head.At(position, recordedAt));
        head.moveTo(position, recordedAt);
    }

    @Override
    public void reset() {
        index = new PointIndex();
        register = new Register(index);
        commit(Head.At.START.position(), Head.At.START.recordedAt());
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public List<Dimension> dimensions(Unit unit) {
        return Dimensions.of(unit);
    }

    @Override
    public Table count(Question question) {
        return new Answers(snapshot).count(question);
    }

    @Override
    public Series series(Question question, List<LocalDate> days) {
        return new Answers(snapshot).series(question, days);
    }

    @Override
    public Members members(Question question, Listing listing) {
        return new MemberList(snapshot, question).page(listing);
    }
}
