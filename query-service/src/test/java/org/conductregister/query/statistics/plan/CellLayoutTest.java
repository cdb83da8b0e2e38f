package org.conductregister.query.statistics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Table.Group;

/** Cells against the parts that they are for. */
class CellLayoutTest {

    @Property(tries = 100)
    void everyCellButTheFirstOfAPartIsAGroupInOrder(@ForAll Random random) {
        int profileParts = random.nextInt(4) == 0 ? 90 : random.nextInt(5);
        int stateParts = random.nextInt(4) == 0 ? 90 : random.nextInt(5);
        var profiles = parts(random, profileParts);
        var states = parts(random, stateParts);
        var layout = CellLayout.of((profile, state) -> List.of(-profile, state), profiles, states);
        int cells = profileParts * (stateParts + 1);
        assertThat(layout.cells()).isEqualTo(Math.max(1, cells));
        assertThat(layout.isSparse()).isFalse();
        assertThat(layout.isOfRollup()).isFalse();
        var counts = new int[layout.cells()];
        var expected = new ArrayList<Group>();
        long total = 0;
        for (int profile = profileParts - 1; profile >= 0; profile--) {
            counts[profile * (stateParts + 1)] = random.nextInt(3);
            for (int state = 0; state < stateParts; state++) {
                int count = random.nextInt(3);
                counts[profile * (stateParts + 1) + 1 + state] = count;
                total += count;
                if (count != 0) {
                    expected.add(new Group(List.of(-profile, state), count));
                }
            }
        }

        assertThat(layout.groups(counts)).isEqualTo(expected);
        assertThat(layout.total(counts)).isEqualTo(cells == 0 ? 0 : total);
        for (int profile = 0; profile < profiles.tuples(); profile++) {
            int part = profiles.partOfTuple()[profile];
            assertThat(layout.firstCell(profiles.partOfTuple(), profile))
                    .isEqualTo(part < 0 ? CellLayout.NO_CELL : part * (stateParts + 1));
        }
    }

    @Property(tries = 100)
    void theGroupsOfARollupHaveTheCellsOfTheirParts(@ForAll Random random) {
        int profileParts = 1 + random.nextInt(4);
        var states = parts(random, 1 + random.nextInt(4));
        int stride = states.count() + 1;
        var partOfRollupPart = random.ints(6, -1, profileParts).toArray();
        var groups = new ArrayList<CellLayout.RollupGroup>();
        for (int i = random.nextInt(12); i > 0; i--) {
            int rollupPart = random.nextInt(6);
            groups.add(new CellLayout.RollupGroup(
                    rollupPart, partOfRollupPart[rollupPart], random.nextInt(states.count() + 1) - 1));
        }

        var layout = CellLayout.ofRollup((profile, state) -> List.of(profile, state), profileParts, states, groups);

        assertThat(layout.isOfRollup()).isTrue();
        var selected = new ArrayList<Integer>();
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            boolean isSelected = group.profilePart() >= 0 && group.statePart() >= 0;
            int cell = isSelected ? group.profilePart() * stride + 1 + group.statePart() : 0;
            assertThat(layout.cellOfGroup()[i + 1]).isEqualTo(cell);
            if (isSelected) {
                assertThat(layout.selectedCells()[selected.size()]).isEqualTo(cell);
                selected.add(i);
            }
            assertThat(layout.firstCell(new int[] {group.rollupPart()}, 0))
                    .isEqualTo(group.profilePart() < 0 ? CellLayout.NO_CELL : group.profilePart() * stride);
        }
        assertThat(layout.selectedGroups())
                .containsExactly(selected.stream().mapToInt(group -> group).toArray());
        assertThat(layout.firstCell(new int[] {6}, 0)).isEqualTo(CellLayout.NO_CELL);
        assertThat(layout.firstCell(new int[0], 0)).isEqualTo(CellLayout.NO_CELL);
    }

    @net.jqwik.api.Example
    void moreThanSomeMillionCellsAreSparse() {
        assertThat(CellLayout.isSparse(1 << 11, (1 << 11) - 1)).isFalse();
        assertThat(CellLayout.isSparse(1 << 11, 1 << 11)).isTrue();
        assertThat(CellLayout.isSparse(1 << 20, 1 << 20)).isTrue();
    }

    private static TupleGrouping.Parts parts(Random random, int count) {
        var partOfTuple = random.ints(20, -1, Math.max(0, count)).toArray();
        return new TupleGrouping.Parts(partOfTuple, partOfTuple.length, count);
    }
}
