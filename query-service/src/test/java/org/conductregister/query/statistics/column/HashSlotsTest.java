package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/** Against a HashMap, with hashes that collide more or less often. */
class HashSlotsTest {

    private List<Integer> keys;
    private Map<Integer, Integer> model;
    private int hashes;
    private HashSlots slots;

    @BeforeTry
    void begin() {
        keys = new ArrayList<>();
        model = new HashMap<>();
        hashes = 1;
        slots = new HashSlots(number -> hash(keys.get(number)));
    }

    @Property(tries = 200)
    void keysAreNumberedInTheOrderAdded(
            @ForAll List<@IntRange(max = 400) Integer> added,
            @ForAll @IntRange(min = 1, max = 1000) int differentHashes) {
        hashes = differentHashes;

        for (int key : added) {
            assertThat(numberOf(key)).isEqualTo(model.computeIfAbsent(key, unknown -> model.size()));
        }

        assertThat(slots.size()).isEqualTo(model.size());
    }

    @Property(tries = 100)
    void keysAreFoundAmongOthersAddedAndRemoved(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 300) int differentHashes) {
        hashes = differentHashes;
        int range = 1 + random.nextInt(200);

        for (int i = 0; i < 600; i++) {
            int key = random.nextInt(range);
            if (random.nextInt(5) < 3) {
                numberOf(key);
                model.put(key, key);
            } else if (model.remove(key) != null) {
                remove(key);
            }
        }

        for (int key = 0; key < range; key++) {
            assertThat(isThere(key)).isEqualTo(model.containsKey(key));
        }
        assertThat(slots.size()).isEqualTo(model.size());
    }

    @Property(tries = 100)
    void aTableIsRebuiltOfItsKeys(
            @ForAll @Size(max = 300) Set<@IntRange(max = 1000) Integer> all,
            @ForAll @IntRange(min = 1, max = 1000) int differentHashes) {
        hashes = differentHashes;
        keys.addAll(all);

        slots.rebuild(keys.size());

        for (int number = 0; number < keys.size(); number++) {
            assertThat(slots.number(slotOf(keys.get(number)))).isEqualTo(number);
        }
        assertThat(numberOf(2000)).isEqualTo(all.size());
    }

    private int hash(int key) {
        return key % hashes;
    }

    private int numberOf(int key) {
        int slot = slotOf(key);
        if (slots.number(slot) != HashSlots.FREE) {
            return slots.number(slot);
        }
        keys.add(key);
        return slots.add(slot);
    }

    /** The slot that has a key, or the free one where it would be added. */
    private int slotOf(int key) {
        int slot = slots.first(hash(key));
        for (int number; (number = slots.number(slot)) != HashSlots.FREE; slot = slots.next(slot)) {
            if (Objects.equals(keys.get(number), key)) {
                return slot;
            }
        }
        return slot;
    }

    private boolean isThere(int key) {
        return slots.number(slotOf(key)) != HashSlots.FREE;
    }

    private void remove(int key) {
        int slot = slotOf(key);
        int number = slots.number(slot);
        slots.remove(slot);
        int last = keys.size() - 1;
        if (number < last) {
            keys.set(number, null);
            slots.renumber(slotOf(keys.get(last)), number);
            keys.set(number, keys.get(last));
        }
        keys.removeLast();
    }
}
