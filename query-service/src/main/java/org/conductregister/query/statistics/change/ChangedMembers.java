package org.conductregister.query.statistics.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.change.ChangeEngine.Change;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.path.UnitState;

/** Finds the members that are in another group at a later instant. Not of officers. For one thread. */
public final class ChangedMembers {

    private final IndexSnapshot index;
    private final Unit unit;
    private final RowsBetween rows;
    private final Standings before;
    private final Standings after;
    private final BitSet looked = new BitSet();

    /**
     * @param before at the earlier instant
     * @param after at the later instant
     */
    public ChangedMembers(
            IndexSnapshot index, Unit unit, Head.At earlier, Head.At later, Standings before, Standings after) {
        this.index = index;
        this.unit = unit;
        this.rows = RowsBetween.of(index, unit, earlier, later);
        this.before = before;
        this.after = after;
    }

    /**
     * Tells of each, in order of the first row that it has between the instants.
     *
     * @param all whether those without such a row may count otherwise too; they come last
     */
    public void forEach(boolean all, Consumer<Change> changed) {
        var versions = index.of(unit).versions();
        var points = index.of(unit).points();
        for (int row = rows.from(); row < rows.to(); row++) {
            int version = points.version(row);
            look(versions.member(version), versions.firstOf(version), changed);
        }
        for (int version = 0; all && version < versions.size(); version++) {
            if (versions.isFirst(version)) {
                look(versions.member(version), version, changed);
            }
        }
    }

    private void look(int member, int firstVersion, Consumer<Change> changed) {
        if (looked.get(member)) {
            return;
        }
        looked.set(member);
        var was = before.of(firstVersion);
        var is = after.of(firstVersion);
        if (!Objects.equals(was, is)) {
            changed.accept(new Change(member(member, firstVersion), was, is, rows.positions(versionsOf(firstVersion))));
        }
    }

    private List<Integer> versionsOf(int firstVersion) {
        var all = new ArrayList<Integer>();
        for (int version = firstVersion;
                version != MemberVersions.NONE;
                version = index.of(unit).versions().next(version)) {
            all.add(version);
        }
        return all;
    }

    /** The identity of a member, by its latest version. */
    private Member member(int member, int firstVersion) {
        var snapshot = index.of(unit);
        int latest = versionsOf(firstVersion).getLast();
        int person = snapshot.versions().person(latest);
        return new Member(
                snapshot.record(member),
                snapshot.part(member),
                person == UnitState.NOBODY ? null : index.persons().get(person),
                unit == Unit.REFERRALS
                        ? LocalDate.ofEpochDay(snapshot.versions().referred(latest))
                        : null,
                Map.of());
    }
}
