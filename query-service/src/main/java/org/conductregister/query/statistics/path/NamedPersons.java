package org.conductregister.query.statistics.path;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.history.IntList;
import org.conductregister.terms.identifiers.OfficerId;

/** The persons named by the facts of one case, whether or not they are accused of anything yet, or still. */
final class NamedPersons {

    private final int caseNumber;
    private final RecordLookup records;
    private final Person.Lookup persons;
    private final List<OfficerId> ids = new ArrayList<>(1);
    private final IntList numbers = new IntList();

    NamedPersons(int caseNumber, RecordLookup records, Person.Lookup persons) {
        this.caseNumber = caseNumber;
        this.records = records;
        this.persons = persons;
    }

    /** Adds the person named by an entry that the case has. */
    void restore(Fact fact) {
        var named = NamesOfficer.namedIn(fact);
        if (named != null && !ids.contains(named)) {
            add(named);
        }
    }

    /**
     * Restores all persons into memory, and links the person whom the fact is the first to name. Called before the case
     * adds the fact: a person restored after that would already stand as the fact has it.
     */
    void prepareFor(Fact fact) {
        var named = NamesOfficer.namedIn(fact);
        if (named != null && !ids.contains(named)) {
            add(named);
            persons.person(records.numberOf(named)).linkTo(caseNumber);
        }
        numbers.forEach(number -> persons.person(number).knownAs());
    }

    private void add(OfficerId id) {
        ids.add(id);
        numbers.add(records.numberOf(id));
    }

    /** The person whom facts name by this identifier, under the one that they are known as. */
    Person person(OfficerId id) {
        return byNumber(id).knownAs();
    }

    /** Returns the person kept under this identifier alone. */
    Person byNumber(OfficerId id) {
        return persons.person(numbers.get(ids.indexOf(id)));
    }
}
