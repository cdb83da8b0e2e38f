package org.conductregister.command.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class LinesTest {

    @Example
    void linesEndWithNewlineCarriageReturnAndNewlineOrTheFile() throws IOException {
        assertThat(texts("one\ntwo\r\n\nfour")).containsExactly("one", "two", "", "four");
        assertThat(texts("one\n")).containsExactly("one");
        assertThat(texts("\n")).containsExactly("");
        assertThat(texts("")).isEmpty();
    }

    @Example
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(texts("\uFEFFone\n\uFEFFtwo")).containsExactly("one", "\uFEFFtwo");
        assertThat(texts("\uFEFF")).containsExactly("");
    }

    @Example
    void aLineOfTheLongestIsRead() throws IOException {
        assertThat(texts("x".repeat(Lines.LONGEST) + "\ntwo")).containsExactly("x".repeat(Lines.LONGEST), "two");
    }

    @Example
    void ofALineTooLongOnlyItsNumberIsKept() throws IOException {
        var lines =
                new Lines(stream("one\n" + "x".repeat(10 * 1024 * 1024) + "\nthree\n" + "x".repeat(Lines.LONGEST + 1)));

        assertThat(lines.next().bytes()).isEqualTo("one".getBytes(StandardCharsets.UTF_8));
        assertThat(lines.next()).isEqualTo(new Lines.Line(2, null));
        assertThat(lines.next().number()).isEqualTo(3);
        assertThat(lines.next()).isEqualTo(new Lines.Line(4, null));
        assertThat(lines.next()).isNull();
    }

    @Example
    void blankIsWhatHasNothingButBlanks() throws IOException {
        var lines = new Lines(stream(" \t\r\n\n.\n\u0000\n"));

        assertThat(lines.next().blank()).isTrue();
        assertThat(lines.next().blank()).isTrue();
        assertThat(lines.next().blank()).isFalse();
        assertThat(lines.next().blank()).isFalse();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void itDoesNotMatterInWhatPiecesTheFileArrives(
            @ForAll @StringLength(max = 60) @CharRange(from = '\t', to = '\r') @CharRange(from = 'a', to = 'c')
                    String text,
            @ForAll @IntRange(min = 1, max = 9) int piece)
            throws IOException {
        assertThat(texts(new Pieces(stream(text), piece))).isEqualTo(texts(text));
        assertThat(texts(text)).isEqualTo(slowly(text));
    }

    private static List<String> slowly(String text) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines.stream()
                .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }

    private static List<String> texts(String text) throws IOException {
        return texts(stream(text));
    }

    private static List<String> texts(InputStream in) throws IOException {
        var lines = new Lines(in);
        var texts = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            assertThat(line.number()).isEqualTo(texts.size() + 1);
            texts.add(new String(line.bytes(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives a few bytes at a time, as a network does. */
    private static final class Pieces extends InputStream {

        private final InputStream in;
        private final int size;

        Pieces(InputStream in, int size) {
            this.in = in;
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return in.read(into, offset, Math.min(length, size));
        }
    }
}
