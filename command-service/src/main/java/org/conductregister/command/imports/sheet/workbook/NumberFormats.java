package org.conductregister.command.imports.sheet.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells from the formats of an Excel workbook's cells what kind of number they hold. */
final class NumberFormats {

    private static final Pattern NO_LETTERS_OF_DAYS =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hmsHMS]+\\])[^\\]]*\\]");
    private static final Pattern ZEROS = Pattern.compile("0{2,20}");

    /** The kind of a number. */
    sealed interface Kind {

        record Plain() implements Kind {}

        record Day() implements Kind {}

        /** A day of which the month and the year are shown, as of one that was typed without its day. */
        record Month() implements Kind {}

        /** A day of which the year alone is shown. */
        record Year() implements Kind {}

        record Time() implements Kind {}

        /** Shown with zeros in front, up to so many digits. */
        record Padded(int digits) implements Kind {}
    }

    /** The formats that every workbook has without saying what they are: of days, the East Asian ones included. */
    private static final Set<Integer> DAYS =
            Set.of(14, 15, 16, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    /** {@code mmm-yy}. */
    private static final int MONTH = 17;

    private static final Set<Integer> TIMES = Set.of(18, 19, 20, 21, 45, 46, 47);

    private static final Kind PLAIN = new Kind.Plain();

    /** By the number of a cell's style. */
    private final List<Kind> styles;

    private NumberFormats(List<Kind> styles) {
        this.styles = styles;
    }

    static NumberFormats none() {
        return new NumberFormats(List.of());
    }

    static NumberFormats read(XmlPart xml) {
        Map<Integer, String> codes = new HashMap<>();
        var styles = new ArrayList<Kind>();
        boolean ofCells = false;
        while (xml.next()) {
            if (xml.starts()) {
                switch (xml.name()) {
                    case "numFmt" -> {
                        var code = xml.attribute("formatCode");
                        codes.put(number(xml.attribute("numFmtId")), code == null ? "" : code);
                    }
                    case "cellXfs" -> ofCells = true;
                    case "xf" -> {
                        if (ofCells) {
                            styles.add(kind(number(xml.attribute("numFmtId")), codes));
                        }
                    }
                    default -> {}
                }
            } else if (xml.ends() && xml.name().equals("cellXfs")) {
                ofCells = false;
            }
        }
        return new NumberFormats(styles);
    }

    static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Kind kind(int format, Map<Integer, String> codes) {
        var code = codes.get(format);
        if (code != null) {
            return kind(code);
        }
        return format == MONTH
                ? new Kind.Month()
                : DAYS.contains(format) ? new Kind.Day() : TIMES.contains(format) ? new Kind.Time() : PLAIN;
    }

    static Kind kind(String code) {
        var letters =
                NO_LETTERS_OF_DAYS.matcher(code.split(";", 2)[0]).replaceAll("").toLowerCase(Locale.ROOT);
        if (letters.equals("general")) {
            return PLAIN;
        }
        if (ZEROS.matcher(letters).matches()) {
            return new Kind.Padded(letters.length());
        }
        boolean time = letters.contains("h") || letters.contains("s");
        if (letters.contains("d") || letters.contains("y") || (letters.contains("m") && !time)) {
            return shown(letters);
        }
        return time ? new Kind.Time() : PLAIN;
    }

    /** Returns the part of a day that a format shows. */
    private static Kind shown(String letters) {
        if (letters.contains("d") || !letters.contains("y")) {
            return new Kind.Day();
        }
        return letters.contains("m") ? new Kind.Month() : new Kind.Year();
    }

    /** @param style of a cell, from 0; null where it has none */
    Kind of(@Nullable String style) {
        int at = number(style);
        return at >= 0 && at < styles.size() ? styles.get(at) : PLAIN;
    }
}
