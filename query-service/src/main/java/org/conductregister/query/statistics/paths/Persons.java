package org.conductregister.query.statistics.paths;

import java.util.HashMap;
import java.util.Map;
import org.conductregister.terms.OfficerId;

/** Everybody whom an entry has named. */
final class Persons {

    private final Points points;
    private final Map<String, Person> persons = new HashMap<>();

    Persons(Points points) {
        this.points = points;
    }

    Person of(OfficerId id) {
        return of(id.value());
    }

    Person of(String officerId) {
        return persons.computeIfAbsent(officerId, unmet -> new Person(points.person(officerId)));
    }
}
