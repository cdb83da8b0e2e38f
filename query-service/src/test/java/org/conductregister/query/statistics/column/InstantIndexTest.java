package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a TreeMap from instants to the first position recorded then. */
class InstantIndexTest {

    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    private InstantIndex index;
    private TreeMap<Instant, Long> firstPositions;
    private long position;
    private Instant now;

    @BeforeTry
    void begin() {
        index = new InstantIndex();
        firstPositions = new TreeMap<>();
        now = BEGINNING;
    }

    @Property(tries = 100)
    void theLastPositionUpToAnInstantIsFound(@ForAll @IntRange(max = 1000) int entries, @ForAll Random random) {
        add(entries, random);

        assertPositions(index.view(position), firstPositions, position, random);
    }

    @Property(tries = 100)
    void aViewStaysAsItWasWhileMoreIsAdded(@ForAll @IntRange(max = 500) int entries, @ForAll Random random) {
        add(entries, random);
        var then = new TreeMap<>(firstPositions);
        long head = position;
        var view = index.view(head);

        add(500, random);

        assertPositions(view, then, head, random);
    }

    @Property(tries = 100)
    void whatWasSavedIsLoadedAndAddedTo(@ForAll @IntRange(max = 500) int entries, @ForAll Random random) {
        add(entries, random);
        var view = index.view(position);
        var loaded = RoundTrip.of(view::save, InstantIndex::load);
        assertPositions(loaded.view(position), firstPositions, position, random);

        for (int i = 0; i < 200; i++) {
            next(random);
            loaded.add(now, position);
            firstPositions.putIfAbsent(now, position);
        }

        assertPositions(loaded.view(position), firstPositions, position, random);
    }

    @Example
    void instantsBeyondMicrosecondsAreTheFirstAndTheLast() {
        index.add(BEGINNING, 1);
        index.add(Instant.MAX, 2);
        var view = index.view(2);

        assertThat(view.lastPositionAt(Instant.MIN)).isZero();
        assertThat(view.lastPositionAt(BEGINNING)).isEqualTo(1);
        assertThat(view.lastPositionAt(Instant.parse("9999-12-31T00:00:00Z"))).isEqualTo(1);
        assertThat(view.lastPositionAt(Instant.MAX)).isEqualTo(2);
    }

    private void add(int entries, Random random) {
        for (int i = 0; i < entries; i++) {
            next(random);
            index.add(now, position);
            firstPositions.putIfAbsent(now, position);
        }
    }

    /** The next entry: often the next position, often at the same instant, at times much later. */
    private void next(Random random) {
        position += random.nextInt(4) == 0 ? 1 + random.nextInt(300) : 1;
        now = switch (random.nextInt(4)) {
            case 0 -> now;
            case 1 -> now.plus(1, ChronoUnit.MICROS);
            case 2 -> now.plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
            default -> now.plus(random.nextInt(400), ChronoUnit.DAYS);
        };
    }

    private void assertPositions(
            InstantIndex.View view, TreeMap<Instant, Long> firstPositions, long head, Random random) {
        for (int i = 0; i < 50; i++) {
            var instant = firstPositions.isEmpty() ? BEGINNING : instantNear(firstPositions, random);
            var next = firstPositions.higherEntry(instant);
            assertThat(view.lastPositionAt(instant)).isEqualTo(next == null ? head : next.getValue() - 1);
        }
        assertThat(view.lastPositionAt(Instant.MAX)).isEqualTo(head);
    }

    private static Instant instantNear(TreeMap<Instant, Long> firstPositions, Random random) {
        var all = firstPositions.navigableKeySet().toArray(Instant[]::new);
        return all[random.nextInt(all.length)].plus(random.nextInt(5) - 2, ChronoUnit.MICROS);
    }
}
