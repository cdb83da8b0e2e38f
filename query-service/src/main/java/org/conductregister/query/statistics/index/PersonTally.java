package org.conductregister.query.statistics.index;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conductregister.query.statistics.Table.Group;
import org.jspecify.annotations.Nullable;

/** Of persons, who are in one group whatever the number of their allegations: only those touched are looked at again. */
final class PersonTally implements Tally {

    private final UnitView view;
    private final MemberStates allegations;
    private final PersonStates persons;
    private final @Nullable List<Object>[] groupOf;
    private final BitSet touched = new BitSet();
    private final Map<List<Object>, Integer> counts = new TreeMap<>(Grouping.ORDER);

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    PersonTally(UnitView view, MemberStates allegations, PersonStates persons, int personCount) {
        this.view = view;
        this.allegations = allegations;
        this.persons = persons;
        this.groupOf = new List[personCount];
    }

    @Override
    public void add(int point) {
        allegations.add(point);
        int person = view.person()[point];
        if (person >= 0) {
            touched.set(person);
        }
    }

    @Override
    public List<Group> groups() {
        touched.stream().forEach(this::countAgain);
        touched.clear();
        return counts.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private void countAgain(int person) {
        var before = groupOf[person];
        var now = persons.valuesOf(person);
        if (before != null) {
            counts.computeIfPresent(before, (group, count) -> count == 1 ? null : count - 1);
        }
        if (now != null) {
            counts.merge(now, 1, Integer::sum);
        }
        groupOf[person] = now;
    }
}
