package org.conductregister.query.statistics.index;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.conductregister.query.statistics.cells.OfficerDimension;
import org.jspecify.annotations.Nullable;

/** The persons of a population, and what their allegations in it together tell of them. */
final class PersonStates {

    private final MemberStates allegations;
    private final boolean[] population;
    private final Window window;
    private final List<Ranking> rankings = new ArrayList<>();
    private final int[] firstOfPerson;
    private final int[] members;

    /** What a dimension can say, in order of precedence, and which of it each cell says. */
    private record Ranking(List<Object> values, int[] ofCell) {

        static Ranking of(UnitView view, boolean[] population, OfficerDimension dimension) {
            var said = new Object[view.cells()];
            var distinct = new TreeSet<>(dimension.precedence());
            for (int cell = 0; cell < said.length; cell++) {
                if (population[cell]) {
                    said[cell] = dimension.valueOf(view.cellValues()[cell]);
                    distinct.add(said[cell]);
                }
            }
            var values = List.copyOf(distinct);
            var ofCell = new int[said.length];
            for (int cell = 0; cell < said.length; cell++) {
                ofCell[cell] = population[cell] ? values.indexOf(said[cell]) : Grouping.OUTSIDE;
            }
            return new Ranking(values, ofCell);
        }
    }

    /** @param size how many points are known */
    PersonStates(
            Snapshot snapshot,
            UnitView view,
            int size,
            MemberStates allegations,
            boolean[] population,
            Window window,
            List<OfficerDimension> dimensions) {
        this.allegations = allegations;
        this.population = population;
        this.window = window;
        dimensions.forEach(dimension -> rankings.add(Ranking.of(view, population, dimension)));
        this.firstOfPerson = new int[snapshot.persons() + 1];
        this.members = membersByPerson(view, size);
    }

    /** Who is, or at some time was, accused in which allegations: a counting sort of the points that begin a state. */
    private int[] membersByPerson(UnitView view, int size) {
        for (int i = 0; i < size; i++) {
            if (begins(view, i)) {
                firstOfPerson[view.person()[i] + 1]++;
            }
        }
        for (int person = 1; person < firstOfPerson.length; person++) {
            firstOfPerson[person] += firstOfPerson[person - 1];
        }
        var sorted = new int[firstOfPerson[firstOfPerson.length - 1]];
        var next = firstOfPerson.clone();
        for (int i = 0; i < size; i++) {
            if (begins(view, i)) {
                sorted[next[view.person()[i]]++] = view.member()[i];
            }
        }
        return sorted;
    }

    private static boolean begins(UnitView view, int point) {
        return view.delta()[point] > 0 && view.person()[point] >= 0;
    }

    /** What is told of a person, in the dimensions' order; null for one who is not in the population. */
    @Nullable
    List<Object> valuesOf(int person) {
        int[] firsts = null;
        for (int i = firstOfPerson[person]; i < firstOfPerson[person + 1]; i++) {
            int member = members[i];
            if (allegations.personOf(member) == person && allegations.isIn(member, population, window)) {
                firsts = firstOf(firsts, allegations.cellOf(member));
            }
        }
        return firsts == null ? null : values(firsts);
    }

    private int[] firstOf(int @Nullable [] firsts, int cell) {
        var now = firsts == null ? new int[rankings.size()] : firsts;
        for (int i = 0; i < now.length; i++) {
            int rank = rankings.get(i).ofCell()[cell];
            now[i] = firsts == null ? rank : Math.min(now[i], rank);
        }
        return now;
    }

    private List<Object> values(int[] ranks) {
        var values = new Object[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            values[i] = rankings.get(i).values().get(ranks[i]);
        }
        return List.of(values);
    }
}
