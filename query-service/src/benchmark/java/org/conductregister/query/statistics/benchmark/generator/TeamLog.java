package org.conductregister.query.statistics.benchmark.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.text.FreeText;

/** The entries of one team, as they are thought out: some days after they happened, a few much later or corrected. */
final class TeamLog {

    private static final long MINUTE = 60_000_000;
    private static final double LATE = 0.02;
    private static final double CORRECTED = 0.01;
    private static final FreeText MISTAKE = new FreeText("Entered by mistake");

    private final Plan plan;
    private final long team;
    private final RandomDraw draw;
    private final List<Timed> entries = new ArrayList<>(48);
    private long lastRecorded;

    TeamLog(Plan plan, long team, RandomDraw draw) {
        this.plan = plan;
        this.team = team;
        this.draw = draw;
    }

    /** The next record: what is recorded on it does not wait for what was recorded on others. */
    void turnPage() {
        lastRecorded = plan.begins(team);
    }

    /** Writes on another page, then goes on where this one was. */
    void aside(Runnable writing) {
        long here = lastRecorded;
        writing.run();
        lastRecorded = here;
    }

    /** Something that others depend on, recorded in its turn. */
    void first(RecordId record, int day, Fact fact) {
        add(record, inTurn(day), fact);
    }

    /** Something that may come late, or turn out wrong. */
    void then(RecordId record, int day, Fact fact) {
        if (draw.chance(LATE)) {
            add(record, lastRecorded + (20 + draw.about(200)) * Plan.DAY, fact);
            return;
        }
        var entry = add(record, inTurn(day), fact);
        if (draw.chance(CORRECTED)) {
            long later = lastRecorded + (1 + draw.about(120)) * Plan.DAY;
            add(record, later, correction(entry, day, Plan.day(later)));
        }
    }

    private Fact correction(EntryId entry, int day, LocalDate noticed) {
        if (draw.chance(0.5)) {
            return new EntryRetracted(noticed, entry, MISTAKE, null);
        }
        return new EntryRedated(noticed, entry, LocalDate.ofEpochDay(day + (draw.chance(0.7) ? -1 : 1)), MISTAKE, null);
    }

    private long inTurn(int day) {
        long noticed = day * Plan.DAY + (1 + draw.about(4)) * Plan.DAY - draw.below(12 * 60 * MINUTE);
        lastRecorded = Math.max(lastRecorded + 1 + draw.below(20 * MINUTE), noticed);
        return lastRecorded;
    }

    private EntryId add(RecordId record, long recordedAt, Fact fact) {
        var id = new EntryId(new UUID(
                ((plan.seed() << 32) ^ ((team * 0x9E37_79B9_7F4AL) & ~0xF000L)) | 0x8000L,
                Long.MIN_VALUE | (team << 16) | entries.size()));
        entries.add(new Timed(recordedAt, new Entry(id, record, fact)));
        return id;
    }

    /** In the order recorded, at instants that rise. */
    List<Timed> inOrder() {
        entries.sort(Comparator.comparingLong(Timed::recordedAt));
        var inOrder = new ArrayList<Timed>(entries.size());
        long last = Long.MIN_VALUE;
        for (var entry : entries) {
            last = Math.max(last + 1, plan.recordedAt(team, entry.recordedAt(), inOrder.size()));
            inOrder.add(new Timed(last, entry.entry()));
        }
        return inOrder;
    }
}
