package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.index.RandomIndex;

/** The counting sort against a look at every version. */
class VersionsByPersonTest {

    @Property(tries = 60)
    void aPersonHasTheVersionsAgainstThem(@ForAll Random random) {
        var index = RandomIndex.ofAllegations(random);
        var snapshot = index.snapshot();
        int persons = snapshot.persons().size();

        var sorted = VersionsByPerson.of(snapshot.of(index.unit()).versions(), persons);

        for (int person = 0; person < persons; person++) {
            int against = person;
            var found = new ArrayList<Integer>();
            sorted.forEach(person, found::add);
            assertThat(found)
                    .isEqualTo(IntStream.range(0, index.versions().size())
                            .filter(version -> index.versions().get(version).person() == against)
                            .boxed()
                            .toList());
        }
        assertThat(sorted.begins()).hasSize(persons + 1);
    }
}
