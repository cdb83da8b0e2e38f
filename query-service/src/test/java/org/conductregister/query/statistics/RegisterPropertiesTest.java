package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.oracle.RandomRegister;
import org.conductregister.query.statistics.path.RegisterFold;

/** However few records are held ready, and however often the register is saved and loaded: it tells the same points. */
class RegisterPropertiesTest {

    private static final int ALL = 1000;

    @Provide
    Arbitrary<List<RecordedEntry>> logs() {
        return RandomRegister.logs(60);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 300)
    void aRecordMadeAgainOfItsHistoryIsAsItWas(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var points = new PointTranscript();
        var register = new RegisterFold(points, 1 + random.nextInt(3), BufferAllocator.IN_MEMORY);

        log.forEach(register::apply);

        assertThat(points.written()).isEqualTo(toldOf(log));
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 200)
    void aRegisterGoesOnFromWhereItWasSaved(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random)
            throws IOException {
        var points = new PointTranscript();
        var register = new RegisterFold(points, 1 + random.nextInt(10), BufferAllocator.IN_MEMORY);
        for (var entry : log) {
            register.apply(entry);
            if (random.nextInt(10) == 0) {
                register = SavedRegister.of(register.image()).load(points, 1 + random.nextInt(10));
                register.apply(log.get(random.nextInt((int) entry.position())));
            }
        }

        assertThat(register.lastPosition()).isEqualTo(log.size());
        assertThat(points.written()).isEqualTo(toldOf(log));
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void anImageStaysAsItWasWhenItWasTaken(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random)
            throws IOException {
        var points = new PointTranscript();
        var register = new RegisterFold(points, BufferAllocator.IN_MEMORY);
        int first = random.nextInt(log.size() + 1);
        log.subList(0, first).forEach(register::apply);
        var image = register.image();
        log.subList(first, log.size()).forEach(register::apply);

        var again = SavedRegister.of(image).load(points, 10);
        points.written()
                .subList(toldOf(log.subList(0, first)).size(), points.written().size())
                .clear();
        log.subList(first, log.size()).forEach(again::apply);

        assertThat(points.written()).isEqualTo(toldOf(log));
    }

    private static List<String> toldOf(List<RecordedEntry> log) {
        var points = new PointTranscript();
        var register = new RegisterFold(points, ALL, BufferAllocator.IN_MEMORY);
        log.forEach(register::apply);
        return points.written();
    }
}
