package org.conductregister.query.statistics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.terms.identifiers.OfficerId;

/** The persons named by a case against the list of officers that its facts name. */
class NamedPersonsTest {

    @Property(tries = 200)
    void everyPersonNamedSoFarIsRestoredAndLinkedOnce(@ForAll("cases") RandomCase made) {
        var asked = new ArrayList<Integer>();
        int number = made.history().record();
        var persons = new NamedPersons(number, made.records(), record -> {
            asked.add(record);
            return made.person(record);
        });
        var named = new ArrayList<OfficerId>();
        for (var entry : made.entries()) {
            var officer = NamesOfficer.namedIn(entry.fact());
            if (officer != null && !named.contains(officer)) {
                named.add(officer);
            }
            asked.clear();

            persons.prepareFor(entry.fact());

            assertThat(asked.stream().distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            named.stream().map(made.records()::numberOf).toList());
            for (var one : named) {
                var person = made.person(made.records().numberOf(one));
                assertThat(persons.byNumber(one)).isSameAs(person);
                assertThat(persons.person(one)).isSameAs(person.knownAs());
                assertThat(casesOf(person)).containsOnly(number);
            }
        }
    }

    @Property(tries = 200)
    void thoseRestoredAreTheSameAndAreNeitherLookedForNorLinkedAgain(@ForAll("cases") RandomCase made) {
        var asked = new ArrayList<Integer>();
        var restored = new NamedPersons(made.history().record(), made.records(), record -> {
            asked.add(record);
            return made.person(record);
        });

        made.entries().forEach(entry -> restored.restore(entry.fact()));

        assertThat(asked).isEmpty();
        for (var entry : made.entries()) {
            var officer = NamesOfficer.namedIn(entry.fact());
            if (officer != null) {
                var person = made.person(made.records().numberOf(officer));
                assertThat(restored.byNumber(officer)).isSameAs(person);
                restored.prepareFor(entry.fact());
                assertThat(casesOf(person)).isEmpty();
            }
        }
    }

    private static List<Integer> casesOf(Person person) {
        var cases = new ArrayList<Integer>();
        person.forEachCase(cases::add);
        return cases;
    }

    @Provide
    Arbitrary<RandomCase> cases() {
        return RandomCase.any();
    }
}
