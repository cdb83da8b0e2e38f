package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.IntStream;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.path.UnitState;
import org.junit.jupiter.api.Test;

/** What does not fit in two bytes is found again all the same. */
class NarrowColumnsTest {

    private static final int SIZE = 3 * IntColumn.CHUNK + 5;

    private final Random random = new Random(7);

    @Test
    void daysWithoutACodeAndThoseThatAreNot() throws IOException {
        int[] odd = {
            day(1829, 1, 1),
            day(1899, 12, 31),
            day(1900, 1, 1),
            day(2079, 6, 5),
            day(2079, 6, 6),
            day(2200, 2, 3),
            UnitState.NOT_REFERRED
        };
        var days = IntStream.range(0, SIZE)
                .map(i -> random.nextInt(3) == 0 ? odd[random.nextInt(odd.length)] : day(2012, 1, 1) + i)
                .toArray();
        var column = new DayColumn();
        IntStream.of(days).forEach(column::append);

        assertThat(IntStream.range(0, SIZE).map(column::get)).containsExactly(box(days));
        var out = new ByteArrayOutputStream();
        save(out, stream -> column.view(SIZE - 1).save(stream));
        var loaded = DayColumn.load(SIZE - 1, stream(out));
        loaded.append(days[SIZE - 1]);
        assertThat(IntStream.range(0, SIZE).map(loaded::get)).containsExactly(box(days));
    }

    @Test
    void movesOfHighNumbers() throws IOException {
        var moves = IntStream.range(0, SIZE)
                .map(i -> random.nextInt(2) == 0 ? random.nextInt(100) : 65_530 + random.nextInt(10))
                .toArray();
        var column = new TransitionColumn();
        IntStream.of(moves).forEach(column::append);

        assertThat(column.size()).isEqualTo(SIZE);
        assertThat(IntStream.range(0, SIZE).map(column::get)).containsExactly(box(moves));
        var out = new ByteArrayOutputStream();
        save(out, stream -> column.view(SIZE - 1).save(stream));
        var loaded = TransitionColumn.load(SIZE - 1, stream(out));
        loaded.append(moves[SIZE - 1]);
        assertThat(IntStream.range(0, SIZE).map(loaded::get)).containsExactly(box(moves));
    }

    private interface Saving {
        void to(SaveStream out) throws IOException;
    }

    private static void save(ByteArrayOutputStream bytes, Saving saving) throws IOException {
        var out = new SaveStream(bytes);
        saving.to(out);
        out.flush();
    }

    private static LoadStream stream(ByteArrayOutputStream bytes) {
        return new LoadStream(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static int day(int year, int month, int day) {
        return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
    }

    private static Integer[] box(int[] numbers) {
        return IntStream.of(numbers).boxed().toArray(Integer[]::new);
    }
}
