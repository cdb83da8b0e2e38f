package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a list of days, of which some have no code, and some are none. */
class DayColumnTest {

    private static final List<Integer> ODD = List.of(
            day(1829, 1, 1),
            day(1899, 12, 31),
            day(1900, 1, 1),
            day(2079, 6, 4),
            day(2079, 6, 5),
            day(2200, 2, 3),
            Integer.MIN_VALUE,
            DayColumn.NEVER - 1,
            DayColumn.NEVER);

    private DayColumn column;
    private List<Integer> model;

    @BeforeTry
    void begin() {
        column = new DayColumn();
        model = new ArrayList<>();
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return ColumnSizes.sizes();
    }

    @Property(tries = 30)
    void daysAreReadInTheOrderAppended(@ForAll("sizes") int size, @ForAll("sizes") int more, @ForAll Random random) {
        append(size, random);
        var then = List.copyOf(model);
        var view = column.view(size);

        append(more, random);

        assertThat(daysOf(view)).isEqualTo(then);
        assertThat(IntStream.range(0, column.size()).mapToObj(column::get)).isEqualTo(model);
    }

    @Property(tries = 30)
    void codesOfAChunkAreDecoded(@ForAll("sizes") int size, @ForAll Random random) {
        append(size, random);
        var view = column.view(size);

        for (int i = 0; i < size; i++) {
            char code = view.chunk(i >> IntColumn.SHIFT)[i & IntColumn.MASK];
            assertThat(code).isEqualTo(view.code(i)).isEqualTo(column.code(i)).isEqualTo(DayCode.code(model.get(i)));
            assertThat(view.day(code, i)).isEqualTo(model.get(i));
        }
    }

    @Property(tries = 30)
    void daysWithoutACodeAreListed(@ForAll("sizes") int size, @ForAll Random random) {
        append(size, random);
        append(5, random);
        var uncoded = column.view(size).uncoded();

        assertThat(IntStream.range(0, uncoded.size()).mapToObj(uncoded::index))
                .isEqualTo(IntStream.range(0, size)
                        .filter(i -> !DayCode.hasCode(model.get(i)) && model.get(i) != DayColumn.NEVER)
                        .boxed()
                        .toList());
        for (int i = 0; i < uncoded.size(); i++) {
            assertThat(uncoded.value(i)).isEqualTo(model.get(uncoded.index(i)));
        }
    }

    @Property(tries = 30)
    void whatWasSavedIsLoadedAndAppendedTo(@ForAll("sizes") int size, @ForAll Random random) {
        append(size, random);
        append(9, random);

        var loaded = RoundTrip.of(column.view(size)::save, in -> DayColumn.load(size, in));
        model.subList(size, size + 9).forEach(loaded::append);

        assertThat(daysOf(loaded.view(size + 9))).isEqualTo(model);
    }

    private void append(int count, Random random) {
        for (int i = 0; i < count; i++) {
            int day = random.nextInt(3) == 0 ? ODD.get(random.nextInt(ODD.size())) : day(2012, 1, 1) + i;
            column.append(day);
            model.add(day);
        }
    }

    private static List<Integer> daysOf(DayColumn.View view) {
        return IntStream.range(0, view.size()).mapToObj(view::get).toList();
    }

    private static int day(int year, int month, int day) {
        return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
    }
}
