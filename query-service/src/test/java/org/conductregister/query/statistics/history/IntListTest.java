package org.conductregister.query.statistics.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Against an ArrayList. */
class IntListTest {

    @Property(tries = 100)
    void elementsAreReadInTheOrderAdded(@ForAll List<Integer> elements) {
        var list = new IntList();
        elements.forEach(list::add);

        var read = new ArrayList<Integer>();
        list.forEach(read::add);

        assertThat(read).isEqualTo(elements);
        for (int i = 0; i < elements.size(); i++) {
            assertThat(list.get(i)).isEqualTo(elements.get(i));
        }
    }
}
