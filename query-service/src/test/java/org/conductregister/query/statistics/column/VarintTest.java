package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Positive;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.BeforeTry;

/** Tests that {@link VarintReader} reads the numbers that {@link VarintWriter} writes. */
class VarintTest {

    private VarintWriter writer;

    @BeforeTry
    void begin() {
        writer = new VarintWriter();
    }

    @Property(tries = 200)
    void numbersAreReadInTheOrderWritten(@ForAll List<Long> numbers) {
        numbers.forEach(writer::writeVarint);
        var reader = reader();

        numbers.forEach(number -> assertThat(reader.readVarlong()).isEqualTo(number));
    }

    @Property(tries = 200)
    void anIntIsReadAsSuch(@ForAll List<@Positive Integer> numbers) {
        numbers.forEach(writer::writeVarint);
        var reader = reader();

        numbers.forEach(number -> assertThat(reader.readVarint()).isEqualTo(number));
    }

    @Property(tries = 200)
    void aNumberTakesAByteForSevenBits(@ForAll @Positive long number) {
        writer.writeVarint(number);

        int bits = Long.SIZE - Long.numberOfLeadingZeros(number);
        assertThat(writer.length()).isEqualTo((bits + 6) / 7);
    }

    @Property(tries = 200)
    void bytesKeysAndAsciiAreReadAsWritten(
            @ForAll @IntRange(max = 255) int octet,
            @ForAll long key,
            @ForAll @AlphaChars @StringLength(max = 255) String ascii) {
        writer.writeByte(octet);
        writer.writeKey(key);
        writer.writeAscii(ascii);
        var reader = reader();

        assertThat(reader.peekByte()).isEqualTo(octet);
        assertThat(reader.readByte()).isEqualTo(octet);
        assertThat(reader.readKey()).isEqualTo(key & (1L << VarintWriter.KEY_BITS) - 1);
        assertThat(reader.readAscii()).isEqualTo(ascii);
    }

    @Example
    void theEncodingIsLeb128() {
        writer.writeVarint(624_485);

        assertThat(Arrays.copyOf(writer.bytes(), writer.length())).containsExactly(0xE5, 0x8E, 0x26);
    }

    @Example
    void whatWasWrittenIsDroppedOrReplaced() {
        writer.writeAscii("abc");

        writer.reset(1);
        writer.setByte(0, 2);
        writer.writeByte('x');
        writer.writeByte('y');

        assertThat(new String(writer.bytes(), 0, writer.length(), StandardCharsets.US_ASCII))
                .isEqualTo("\u0002xy");
        assertThat(reader().readAscii()).isEqualTo("xy");
    }

    @Example
    void theArrayGrowsAsFarAsArraysDoAndNoFurther() {
        assertThat(VarintWriter.larger(64)).isEqualTo(136);
        assertThat(VarintWriter.larger(2_000_000_000)).isEqualTo(Integer.MAX_VALUE - 8);
        assertThatThrownBy(() -> VarintWriter.larger(Integer.MAX_VALUE - 8))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no room");
    }

    private VarintReader reader() {
        return new VarintReader(ByteBuffer.wrap(writer.bytes(), 0, writer.length()), 0);
    }
}
