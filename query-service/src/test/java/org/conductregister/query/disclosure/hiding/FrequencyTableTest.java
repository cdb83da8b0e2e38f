package org.conductregister.query.disclosure.hiding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FrequencyTableTest {

    private final FrequencyTable table = new FrequencyTable(new int[] {2, 3}, new long[] {1, 2, 3, 4, 5, 6});

    @Test
    void marginsAreSums() {
        assertThat(table.count(table.cell(0, 3))).isEqualTo(6);
        assertThat(table.count(table.cell(2, 1))).isEqualTo(7);
        assertThat(table.count(table.cell(2, 3))).isEqualTo(21);
    }

    @Test
    void cellsAreNumberedByTheirPlaces() {
        assertThat(table.cells()).isEqualTo(12);
        for (int cell = 0; cell < table.cells(); cell++) {
            assertThat(table.cell(table.places(cell))).isEqualTo(cell);
        }
    }

    @Test
    void knowsInHowManyDimensionsACellIsAMargin() {
        assertThat(table.margins(table.cell(1, 2))).isZero();
        assertThat(table.margins(table.cell(1, 3))).isEqualTo(1);
        assertThat(table.margins(table.cell(2, 3))).isEqualTo(2);
    }

    @Test
    void aTableWithoutDimensionsIsOneNumber() {
        var number = new FrequencyTable(new int[0], new long[] {7});

        assertThat(number.cells()).isEqualTo(1);
        assertThat(number.count(0)).isEqualTo(7);
    }

    @Test
    void refusesCountsThatDoNotFit() {
        assertThatThrownBy(() -> new FrequencyTable(new int[] {2}, new long[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
