package org.conductregister.command.imports.sheet.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.csv;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.rows;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.sheet;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.texts;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.conductregister.command.imports.sheet.Limits;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedFileTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void findsTheSeparator(char separator) throws IOException {
        var sheet = sheet(csv(directory, "case,day,note\nM-1,2019-02-03,\"a, b; c\"\n".replace(',', separator)));

        assertThat(sheet.columns()).containsExactly("case", "day", "note");
        assertThat(texts(sheet).getFirst()).startsWith("M-1", "2019-02-03");
    }

    @Test
    void whatNobodySeesIsNoPartOfACell() throws IOException {
        var sheet = sheet(csv(directory, "case\u00A0no,\u200Bday\nM-1\u00A0,\u20032019-02-03\uFEFF\n"));

        assertThat(sheet.columns()).containsExactly("case no", "day");
        assertThat(texts(sheet)).containsExactly(List.of("M-1", "2019-02-03"));
    }

    @Test
    void aHeaderAmongTheRowsIsABlankRow() throws IOException {
        var rows = rows(sheet(csv(directory, "case,day\nM-1,2019-02-03\ncase,day\nM-2,day\n Case ,DAY\n")));

        assertThat(rows).extracting(SheetRow::isBlank).containsExactly(false, true, false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total,2",
                "Grand total:,",
                ",Total 2019",
                "TOTAL: 2,",
                "Sub-total = 2,7",
                "Report total,2",
                "Total cases,2",
                "Gesamt,2",
                "Average,2.5",
                "Count: 2,"
            })
    void aRowThatSumsUpOthersIsNoRow(String total) throws IOException {
        assertThat(rows(sheet(csv(directory, "case,day\nM-1,2019-02-03\n" + total + "\n"))))
                .extracting(SheetRow::isTotal)
                .containsExactly(false, true);
    }

    @Test
    void commasInNumbersDoNotHideSemicolons() throws IOException {
        assertThat(sheet(csv(directory, "Fall;Betrag\nA;1,50\nB;2,50\n")).columns())
                .containsExactly("Fall", "Betrag");
    }

    @Test
    void excelsLineMaySayTheSeparator() throws IOException {
        var sheet = sheet(csv(directory, "sep=|\ncase|day\nM-1|2019-02-03\n"));

        assertThat(sheet.columns()).containsExactly("case", "day");
        assertThat(sheet.header()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "x-UTF-16LE-BOM"})
    void findsTheEncoding(String charset) throws IOException {
        var sheet = sheet(csv(directory, "case,pièce\r\nM-1,£5 – “œuvre”\r\n", Charset.forName(charset)));

        assertThat(sheet.columns()).containsExactly("case", "pièce");
        assertThat(texts(sheet)).containsExactly(List.of("M-1", "£5 – “œuvre”"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() throws IOException {
        assertThat(sheet(csv(directory, "\uFEFFcase,day\nM-1,x\n")).columns()).containsExactly("case", "day");
        assertThat(sheet(csv(directory, "\uFEFFcase,day\nM-1,x\n", StandardCharsets.UTF_16LE))
                        .columns())
                .containsExactly("case", "day");
    }

    @Test
    void aLineOfAnotherEncodingSpoilsNoOther() throws IOException {
        var file = csv(directory, "case,note\nM-1,é\n");
        Files.write(file, new byte[] {'M', '-', '2', ',', (byte) 0xE9, '\n'}, java.nio.file.StandardOpenOption.APPEND);

        assertThat(texts(sheet(file))).containsExactly(List.of("M-1", "é"), List.of("M-2", "é"));
    }

    @Test
    void aStrayZeroMakesNoOtherEncoding() throws IOException {
        assertThat(sheet(csv(directory, "case,day\n" + "M-1,2019-02-03\n".repeat(50) + "M-2,\u0000\n"))
                        .columns())
                .containsExactly("case", "day");
    }

    @Test
    void linesMayEndAsOnOldMacintoshes() throws IOException {
        assertThat(texts(sheet(csv(directory, "case,note\rM-1,x\rM-2,y"))))
                .containsExactly(List.of("M-1", "x"), List.of("M-2", "y"));
    }

    @Test
    void aQuotedCellMayHaveSeparatorsQuotesAndLines() throws IOException {
        var rows = rows(sheet(csv(directory, "case;note\nM-1;\"a;\"\"b\"\"\nc\"\nM-2;5\" nail\n")));

        assertThat(rows).extracting(SheetRow::line).containsExactly(2L, 4L);
        assertThat(rows.get(0).cell(1).text()).isEqualTo("a;\"b\"\nc");
        assertThat(rows.get(1).cell(1).text()).isEqualTo("5\" nail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M-2,2019-02-04,\"left open\nM-3,2019-02-05,x\nM-4,2019-02-06,\"another\"\nM-5,2019-02-07,y\n",
                "M-2,2019-02-04,\"left open\nM-3,2019-02-05,closed\"\nM-5,2019-02-07,y\n",
                "\"M-2,2019-02-04,x\nM-3,2019-02-05,x\"\nM-5,2019-02-07,y\n",
                "M-2,2019-02-04,\"left open\nM-3,2019-02-05,\"quoted\"\nM-5,2019-02-07,y\n"
            })
    void rowsThatAStrayQuoteMakesPartOfACellAreNotLostWithoutAWord(String rows) throws IOException {
        var read = rows(sheet(csv(directory, "case,day,note\nM-1,2019-02-03,x\n" + rows)));

        assertThat(read.get(1).fault()).contains("lines that look like rows", "lines below is read");
        assertThat(read.getLast().cell(0).text()).isEqualTo("M-5");
    }

    @Test
    void linesOfACellThatAreNoRowsStayInIt() throws IOException {
        var note = "He said, then,\nas before, quite loudly, no.\nSee M-1, of 2019, too.";
        var read = rows(sheet(csv(directory, "case,day,note\nM-1,2019-02-03,x\nM-2,2019-02-04,\"" + note + "\"\n")));

        assertThat(read.get(1).cell(2).text()).isEqualTo(note);
        assertThat(texts(sheet(csv(directory, "case,day,note\nM,2019-02-03,x\n\"M\nN\",2019-02-04,x\n"))))
                .contains(List.of("M\nN", "2019-02-04", "x"));
    }

    @Test
    void aFileThatIsCutOffInARowSaysSo() throws IOException {
        var whole = "case,day,note\nM-1,2019-02-03,x\nM-2,2019-02-13,x";

        assertThat(rows(sheet(csv(directory, whole))).getLast().fault()).isNull();
        assertThat(rows(sheet(csv(directory, whole.substring(0, whole.length() - 3))))
                        .getLast()
                        .fault())
                .contains("cut off");
        assertThat(rows(sheet(csv(directory, "case,day,note\nM-1,2019-02-03\nM-2,2019-02-13")))
                        .getLast()
                        .fault())
                .isNull();
        assertThat(rows(sheet(csv(directory, "case,day,note\nM-1,2019-02-03,x\nTotal,1")))
                        .getLast()
                        .isTotal())
                .isTrue();
    }

    @Test
    void aRowThatCannotBeReadSpoilsNoOther() throws IOException {
        var text = "case,note\nM-1,x,y\n" + "M-2," + "x".repeat(Limits.CELL + 1) + "\nM-3,z\nM-4,\"never closed\n";
        var rows = rows(sheet(csv(directory, text)));

        assertThat(rows.get(0).fault()).contains("3 cells");
        assertThat(rows.get(1).fault()).contains("longer");
        assertThat(rows.get(2).fault()).isNull();
        assertThat(rows.get(3).fault()).contains("quote");
    }

    @Test
    void theApostropheBeforeANumberIsNoPartOfTheCell() throws IOException {
        assertThat(texts(sheet(csv(directory, "case,note\n'5540018,'tis\n'=1+1,x\n"))))
                .containsExactly(List.of("5540018", "'tis"), List.of("=1+1", "x"));
    }

    @Test
    void aTextThatIsWrittenAsAFormulaIsTheText() throws IOException {
        assertThat(texts(sheet(csv(
                        directory, "case,note\n=\"00123\",x\n\"=\"\"00124\"\"\",=\"\"\n\"=\"\"a\"\"&\"\"b\"\"\",x\n"))))
                .containsExactly(List.of("00123", "x"), List.of("00124", "=\"\""), List.of("=\"a\"&\"b\"", "x"));
    }

    @Test
    void blankRowsAreRows() throws IOException {
        var rows = rows(sheet(csv(directory, "case,note\n\n,,\n ,\nM-1,x\n")));

        assertThat(rows).extracting(SheetRow::isBlank).containsExactly(true, true, true, false);
    }

    @Test
    void aMillionColumnsAreRefused() throws IOException {
        var file = csv(directory, "a" + ",".repeat(200_000) + "\n");

        assertThatThrownBy(() -> sheet(file))
                .isInstanceOf(UnfitSheetException.class)
                .hasMessageContaining("columns");
    }

    @Test
    void aRowThatASeparatorInACellMovesIsRefused() throws IOException {
        var rows = rows(sheet(csv(directory, "case,what,day\nM-1,x,\nM-2,Rude, late,\nM-3,x,\n")));

        assertThat(rows).extracting(row -> row.fault() == null).containsExactly(true, false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M-1,x,,\nM-2,x,,\n",
                "M-1,x,,\n",
                "M-1,x,y\nM-2,x,y,\nM-3,x,y\n",
                "M-1,x,\nM-2,x,,\nM-3,x,,\nM-4,x,\n",
                "M-1,x,\n,,,,,\nM-2,x,\nTotal,2,,,,\n"
            })
    void separatorsAtTheEndOfRowsMoveNothing(String rows) throws IOException {
        assertThat(rows(sheet(csv(directory, "case,what,day\n" + rows))))
                .extracting(SheetRow::fault)
                .containsOnlyNulls();
    }

    @Test
    void noiseIsNoText() throws IOException {
        var noise = new byte[4_000];
        new Random(13).nextBytes(noise);

        assertRefused(noise, "text");
        assertRefused("{\\rtf1 case".getBytes(StandardCharsets.US_ASCII), "CSV");
        assertThat(texts(sheet(csv(directory, "case,note\nM-1,\u0007bell\u001b[31m\n"))))
                .hasSize(1);
    }

    @Test
    void whatIsNoSheetIsRefusedInWords() throws IOException {
        assertRefused(new byte[0], "empty");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1}, ".xlsx");
        assertRefused(new byte[] {0x1F, (byte) 0x8B, 8, 0}, "Unpack");
        assertRefused("<html><table><tr><td>case".getBytes(StandardCharsets.US_ASCII), "web page");
        assertRefused("\n <?xml version='1.0'?><Workbook>".getBytes(StandardCharsets.US_ASCII), "web page");
        assertRefused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "CSV");
        assertRefused(new byte[] {0, 0, 0, 1, 0, 0, 0, 2}, "text");
        assertRefused("\n\n  \n".getBytes(StandardCharsets.US_ASCII), "no rows");
    }

    private void assertRefused(byte[] content, String because) throws IOException {
        var file = Files.write(directory.resolve("other"), content);

        assertThatThrownBy(() -> sheet(file))
                .isInstanceOf(UnfitSheetException.class)
                .hasMessageContaining(because);
    }
}
