package org.conductregister.query.statistics.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.column.IntColumn;

/** The rows of a point table against the list of the rows that were appended. */
class PointTableTest {

    @Property(tries = 60)
    void aViewHasTheFirstRowsHoweverManyAreAppendedLater(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var rows = List.copyOf(index.rows());
        var view = index.ofUnit().points();
        index.addEntries(100);

        assertThat(view.size()).isEqualTo(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            var expected = rows.get(row);
            int chunk = row >> IntColumn.SHIFT;
            int offset = row & IntColumn.MASK;
            assertThat(view.version(row)).isEqualTo(expected.version());
            assertThat(view.day(row)).isEqualTo(DayCode.code(expected.day()));
            assertThat(view.days(chunk)[offset]).isEqualTo(view.day(row));
            assertThat(view.versions(chunk)[offset]).isEqualTo(expected.version());
            assertThat(view.transition(view.transitions(chunk)[offset], chunk, offset))
                    .isEqualTo(view.transition(row));
        }
        for (int position = 0; position <= index.position(); position += 1 + index.position() / 50) {
            int upTo = position;
            assertThat(view.sizeAt(position)).isEqualTo((int)
                    rows.stream().filter(row -> row.position() <= upTo).count());
        }
    }

    @Property(tries = 40)
    void zoneMapsAreTheRangesOfTheirChunks(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var view = index.ofUnit().points();
        for (int from = 0; from < view.size(); from += IntColumn.CHUNK) {
            int chunk = from >> IntColumn.SHIFT;
            var rows = index.rows().subList(from, Math.min(from + IntColumn.CHUNK, view.size()));
            var days = rows.stream().mapToInt(row -> DayCode.code(row.day())).summaryStatistics();
            var versions = rows.stream().mapToInt(RandomIndex.Row::version).summaryStatistics();
            var reported = rows.stream()
                    .mapToInt(row -> index.versions().get(row.version()).reported())
                    .summaryStatistics();
            assertThat(view.daysByChunk().lowest(chunk)).isEqualTo(days.getMin());
            assertThat(view.daysByChunk().highest(chunk)).isEqualTo(days.getMax());
            assertThat(view.versionsByChunk().lowest(chunk)).isEqualTo(versions.getMin());
            assertThat(view.versionsByChunk().highest(chunk)).isEqualTo(versions.getMax());
            assertThat(view.reportedByChunk().lowest(chunk)).isEqualTo(reported.getMin());
            assertThat(view.reportedByChunk().highest(chunk)).isEqualTo(reported.getMax());
        }
    }

    @Property(tries = 60)
    void chunksAreReadInOrderButForThoseThatAreLaterAsAWhole(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var view = index.ofUnit().points();
        int known = index.anyKnown();
        int begin = random.nextInt(known + 1);
        int upTo = DayCode.upTo(index.randomDay());
        var found = new ArrayList<List<Integer>>();

        view.forEachChunk(begin, known, upTo, (from, to, days, versions, transitions) -> {
            for (int i = from; i < to; i++) {
                if (days[i] <= upTo) {
                    found.add(List.of((int) days[i], versions[i], transitions[i]));
                }
            }
        });

        assertThat(found)
                .isEqualTo(IntStream.range(begin, known)
                        .filter(row -> view.day(row) <= upTo)
                        .mapToObj(row -> List.of((int) view.day(row), view.version(row), view.transition(row)))
                        .toList());
    }

    @Property(tries = 40)
    void theVersionsKnownAreThoseUpToTheHighestOfAnyRow(@ForAll Random random) {
        var index = RandomIndex.any(random);
        int known = index.anyKnown();

        assertThat(index.ofUnit().points().versionsOf(known))
                .isEqualTo(index.rows().subList(0, known).stream()
                        .mapToInt(row -> row.version() + 1)
                        .max()
                        .orElse(0));
    }

    @Property(tries = 60)
    void rowsWithoutACodeAreComparedByTheirDays(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var view = index.ofUnit().points();
        int known = index.anyKnown();
        int asAt = index.randomDay();
        var found = new ArrayList<Integer>();

        view.forEachUncoded(known, asAt, found::add);

        var byCode = IntStream.range(0, known).filter(row -> view.day(row) <= DayCode.upTo(asAt));
        assertThat(IntStream.concat(byCode, found.stream().mapToInt(row -> row)).sorted())
                .containsExactlyElementsOf(IntStream.range(0, known)
                        .filter(row -> index.rows().get(row).day() <= asAt)
                        .boxed()
                        .toList());
    }

    @Property(tries = 60)
    void rowsWithoutACodeAreFoundUpToADay(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var view = index.ofUnit().points();
        int known = index.anyKnown();
        int asAt = index.randomDay();
        var found = new ArrayList<Integer>();

        view.forEachWithoutCode(known, asAt, found::add);

        assertThat(found)
                .isEqualTo(IntStream.range(0, known)
                        .filter(row -> !DayCode.hasCode(index.rows().get(row).day()))
                        .filter(row -> index.rows().get(row).day() <= asAt)
                        .boxed()
                        .toList());
    }
}
