package org.conductregister.query.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The texts of workbooks of every format, beside the table and in its cells of text. */
final class WorkbookText {

    static final String NOTES = "Notes";
    static final String NOTE = "Word or symbol";
    static final String MEANING = "What it means";
    static final String ONE_TABLE =
            "This worksheet contains one table. Symbols in it, and what its words mean, are explained on the sheet Notes.";

    /** The row of the table's header, from 0, under the title, the sentence, the call, and what the sheet contains. */
    static final int HEADER_ROW = 5;

    private static final String CUT = " [cut: a cell holds no more]";

    private WorkbookText() {}

    /** The lines of the cover under its title. */
    static List<String> cover(Heading heading) {
        return List.of(
                heading.sentence(),
                call(heading),
                "Source: Conduct Register. The call gives the same table again, as at the same day and as known at the same instant.",
                "Sheets: Notes says what words and symbols mean; Table has the table.");
    }

    static String call(Heading heading) {
        return "Call: " + heading.address();
    }

    /** The definitions of the table, and the symbols. */
    static List<Map.Entry<String, String>> notes(Heading heading) {
        var notes = new ArrayList<Map.Entry<String, String>>();
        heading.notes().forEach((name, note) -> notes.add(Map.entry(name, note)));
        for (var symbol : Symbol.values()) {
            notes.add(Map.entry(symbol.text(), symbol.meaning()));
        }
        return notes;
    }

    /** A cell that is neither a number nor a day. */
    static String of(Object cell) {
        return switch (cell) {
            case Coded coded -> coded.words();
            case Symbol symbol -> symbol.text();
            case Boolean flag -> flag ? "Yes" : "No";
            default -> cell.toString();
        };
    }

    /** The text without characters that no XML has, and cut where it is longer than a cell holds, which it then says. */
    static String fitting(String text, int longest) {
        var clean = text.codePoints().allMatch(WorkbookText::isOfXml) ? text : cleaned(text);
        return clean.length() <= longest ? clean : clean.substring(0, longest - CUT.length()) + CUT;
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(isOfXml(point) ? point : '\uFFFD'));
        return clean.toString();
    }

    private static boolean isOfXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
