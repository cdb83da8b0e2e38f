package org.conductregister.query.statistics.change;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.change.ChangeEngine.Change;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.jspecify.annotations.Nullable;

/** Finds the officers who are in another group at a later instant, by the rows of their allegations. For one thread. */
public final class ChangedOfficers {

    private final IndexSnapshot index;
    private final RowsBetween rows;
    private final IntFunction<@Nullable List<Object>> before;
    private final IntFunction<@Nullable List<Object>> after;

    /**
     * @param before by the number of the person, the group at the earlier instant; null where they are not counted
     * @param after likewise at the later instant
     */
    public ChangedOfficers(
            IndexSnapshot index,
            Head.At earlier,
            Head.At later,
            IntFunction<@Nullable List<Object>> before,
            IntFunction<@Nullable List<Object>> after) {
        this.index = index;
        this.rows = RowsBetween.of(index, Unit.OFFICERS, earlier, later);
        this.before = before;
        this.after = after;
    }

    /**
     * Tells of each, in order of the first row that one of their allegations has between the instants.
     *
     * @param all whether those without such a row may count otherwise too; they come last
     */
    public void forEach(boolean all, Consumer<Change> changed) {
        var differing = differing();
        var versionsOf = versionsOf(differing);
        var versions = index.of(Unit.OFFICERS).versions();
        for (int row = rows.from(); row < rows.to(); row++) {
            int person = versions.person(index.of(Unit.OFFICERS).points().version(row));
            if (person != UnitState.NOBODY && differing.get(person)) {
                differing.clear(person);
                changed.accept(change(person, versionsOf));
            }
        }
        if (all) {
            differing.stream().forEach(person -> changed.accept(change(person, versionsOf)));
        }
    }

    private BitSet differing() {
        var differing = new BitSet();
        for (int person = 0; person < index.persons().size(); person++) {
            if (!Objects.equals(before.apply(person), after.apply(person))) {
                differing.set(person);
            }
        }
        return differing;
    }

    private Map<Integer, List<Integer>> versionsOf(BitSet persons) {
        var versions = index.of(Unit.OFFICERS).versions();
        var versionsOf = new HashMap<Integer, List<Integer>>();
        for (int version = 0; version < versions.size(); version++) {
            int person = versions.person(version);
            if (person != UnitState.NOBODY && persons.get(person)) {
                versionsOf.computeIfAbsent(person, each -> new ArrayList<>()).add(version);
            }
        }
        return versionsOf;
    }

    private Change change(int person, Map<Integer, List<Integer>> versionsOf) {
        var versions = versionsOf.getOrDefault(person, List.of());
        var member = new Member(null, null, index.persons().get(person), null, Map.of());
        return new Change(member, before.apply(person), after.apply(person), rows.positions(versions));
    }
}
