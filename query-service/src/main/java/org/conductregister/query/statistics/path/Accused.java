package org.conductregister.query.statistics.path;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.OfficerIdentified;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.history.IntList;
import org.conductregister.terms.OfficerId;
import org.jspecify.annotations.Nullable;

/** The persons whom the facts of one case name, whether or not they are accused of anything yet, or still. */
final class Accused {

    private final int of;
    private final Records records;
    private final List<OfficerId> ids = new ArrayList<>(1);
    private final IntList numbers = new IntList();

    /** @param of the number of the case */
    Accused(int of, Records records) {
        this.of = of;
        this.records = records;
    }

    /** Whom an entry that was taken in before names. */
    void restore(Fact fact) {
        var named = namedIn(fact);
        if (named != null && !ids.contains(named)) {
            add(named);
        }
    }

    /**
     * Makes everybody ready, and links to whom the fact names first. To be done before the case takes in the fact: what
     * is made ready later would already stand as the fact has it.
     */
    void prepareFor(Fact fact) {
        var named = namedIn(fact);
        if (named != null && !ids.contains(named)) {
            add(named);
            records.person(records.numberOf(named)).accusedIn(of);
        }
        numbers.forEach(records::person);
    }

    private void add(OfficerId id) {
        ids.add(id);
        numbers.add(records.numberOf(id));
    }

    private static @Nullable OfficerId namedIn(Fact fact) {
        return switch (fact) {
            case AllegationReported f -> f.officerId();
            case OfficerIdentified f -> f.officerId();
            default -> null;
        };
    }

    Person person(OfficerId id) {
        return records.person(numbers.get(ids.indexOf(id)));
    }
}
