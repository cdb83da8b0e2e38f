package org.conductregister.query.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.sight.VisibleMembers;
import org.conductregister.query.sight.WithheldCases;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.change.ChangeEngine;
import org.conductregister.query.statistics.change.ChangeEngine.Change;
import org.conductregister.query.statistics.dimension.HeldValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the units that count differently at a later instant, and the entries recorded in between that made them, however many
 * entries there are: only those named are read from the log. Safe for use by several threads.
 */
@Component
public class CountChanges {

    /** The most entries that are named for one unit; how many there are is said. */
    static final int MOST_OF_A_UNIT = 50;

    private final ChangeEngine changes;
    private final StatisticsEngine engine;
    private final EventLog log;
    private final VisibleMembers visible;
    private final WithheldCases withheld;

    CountChanges(
            ChangeEngine changes,
            StatisticsEngine engine,
            EventLog log,
            VisibleMembers visible,
            WithheldCases withheld) {
        this.changes = changes;
        this.engine = engine;
        this.log = log;
        this.visible = visible;
        this.withheld = withheld;
    }

    /**
     * The units that count otherwise, and the entries that make them.
     *
     * @param entries how many were recorded between the instants
     * @param total how many units count otherwise
     * @param differing those asked for, in order of the first entry
     */
    public record Answer(long entries, long total, List<Differing> differing) {}

    /**
     * A unit that counts otherwise.
     *
     * @param before the group it was in; null where it was not counted
     * @param after likewise
     * @param entries that moved it, in order; none where what a list says of findings did
     * @param moved how many entries moved it; more than are named where there are very many
     */
    public record Differing(
            Member member,
            @Nullable List<Object> before,
            @Nullable List<Object> after,
            List<Brief> entries,
            int moved) {}

    /**
     * The entries that moved units into a group or out of it.
     *
     * @param named the earliest, in order
     * @param all how many there are
     */
    public record Moved(List<Brief> named, int all) {

        /** No entry. */
        public static final Moved BY_NONE = new Moved(List.of(), 0);
    }

    /** Waits until what is compared shows all that was recorded until a read began. */
    void awaitOn(AskedTimes asked) {
        asked.asKnownAt(PointInTime.NOW).awaitOn(engine.head());
    }

    /**
     * Finds what counts otherwise at a later instant.
     *
     * @param later the same question at a later instant
     * @param offset how many units are passed over
     * @param limit the most that are described
     */
    public Answer explain(Question earlier, Question later, long offset, int limit) {
        var page = new ArrayList<Change>();
        long[] total = {0};
        forEach(earlier, later, change -> {
            if (total[0] >= offset && page.size() < limit) {
                page.add(change);
            }
            total[0]++;
        });
        var hidden = withheld.fromReader();
        long first = log.positionAt(earlier.times().knownAt());
        long last = log.positionAt(later.times().knownAt());
        return new Answer(
                Math.max(0, last - first),
                total[0],
                page.stream().map(change -> differing(change, hidden)).toList());
    }

    private Differing differing(Change change, Predicate<RecordId> hidden) {
        return new Differing(
                change.member(),
                change.before(),
                change.after(),
                briefs(change.positions(), MOST_OF_A_UNIT, hidden),
                change.positions().size());
    }

    /**
     * Finds the entries that moved units from group to group.
     *
     * @param later the same question at a later instant
     * @param most how many are named of each group
     * @return by the values of the dimensions, in both the groups that units left and those they came into
     */
    public Map<List<Object>, Moved> byGroup(Question earlier, Question later, int most) {
        var positions = new HashMap<List<Object>, NavigableSet<Long>>();
        forEach(earlier, later, change -> {
            note(positions, change.before(), change.positions());
            note(positions, change.after(), change.positions());
        });
        var hidden = withheld.fromReader();
        var moved = new HashMap<List<Object>, Moved>();
        positions.forEach((group, all) -> moved.put(group, new Moved(briefs(all, most, hidden), all.size())));
        return moved;
    }

    private static void note(
            Map<List<Object>, NavigableSet<Long>> positions, @Nullable List<Object> values, List<Long> moved) {
        for (var group : values == null ? List.<List<Object>>of() : HeldValues.groups(values)) {
            positions.computeIfAbsent(group, added -> new TreeSet<>()).addAll(moved);
        }
    }

    private void forEach(Question earlier, Question later, Consumer<Change> changed) {
        var seen = visible.seenMembers(earlier.unit());
        changes.changes(visible.narrowed(earlier), later.times().knownAt(), change -> {
            if (seen.test(change.member())) {
                changed.accept(change);
            }
        });
    }

    private List<Brief> briefs(Iterable<Long> positions, int most, Predicate<RecordId> hidden) {
        var briefs = new ArrayList<Brief>();
        for (long position : positions) {
            if (briefs.size() == most) {
                break;
            }
            try (var events = log.from(position, 1)) {
                events.map(this::brief)
                        .filter(brief -> !hidden.test(brief.record()))
                        .forEach(briefs::add);
            }
        }
        return briefs;
    }

    private Brief brief(StoredEvent event) {
        return new Brief(
                event.position(),
                event.recordedAt(),
                LogLines.typeOf(event),
                RecordId.parse(event.aggregateIdentifier()));
    }
}
