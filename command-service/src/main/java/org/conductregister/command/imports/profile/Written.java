package org.conductregister.command.imports.profile;

import java.util.regex.Pattern;
import org.conductregister.command.imports.sheet.Cell;

/**
 * A cell as a part of an identifier.
 *
 * @param text as it was before a spreadsheet bent it, as far as that can be told
 */
public record Written(String text, Bent bent) {

    private static final Pattern DECIMALS = Pattern.compile("(-?\\d+)(\\.0+|,0{1,2})");
    private static final Pattern EXPONENT = Pattern.compile("-?\\d+([.,]\\d+)?[eE]\\+?\\d{1,3}");
    private static final Pattern DAY = Pattern.compile(
            "\\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)-\\d{2}");
    private static final int LONGEST_DAY = "Sept-19".length();
    private static final int DIGITS_KEPT = 15;

    /** The form into which a spreadsheet has bent a number. */
    public enum Bent {
        NO,
        /** {@code 5540017} became {@code 5540017.0}: nothing is lost. */
        DECIMALS,
        /** {@code 5540017} became {@code 5.54E06}: digits are lost. */
        DIGITS_LOST,
        /** {@code 12/19} became {@code Dec-19}, or a date of the workbook: what it was is lost. */
        BECAME_DAY
    }

    /** Reads the number or text of a cell as it is written. */
    public static Written of(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> ofText(text.text());
            case Cell.Numeric number -> ofNumber(number.text());
            case Cell.Day day -> new Written(day.text(), Bent.BECAME_DAY);
            case Cell.Formula formula -> new Written(formula.text(), Bent.NO);
            case Cell.Blank blank -> new Written("", Bent.NO);
        };
    }

    private static Written ofText(String text) {
        if (text.length() <= LONGEST_DAY && DAY.matcher(text).matches()) {
            return new Written(text, Bent.BECAME_DAY);
        }
        char first = text.charAt(0);
        if (first != '-' && (first < '0' || first > '9')) {
            return new Written(text, Bent.NO);
        }
        var decimals = DECIMALS.matcher(text);
        if (decimals.matches()) {
            return new Written(decimals.group(1), Bent.DECIMALS);
        }
        return new Written(text, EXPONENT.matcher(text).matches() ? Bent.DIGITS_LOST : Bent.NO);
    }

    /** A workbook keeps 15 digits of a number, and zeros in place of the rest. */
    private static Written ofNumber(String text) {
        boolean lost = text.length() > DIGITS_KEPT && text.matches("[1-9]\\d{" + DIGITS_KEPT + ",}");
        return new Written(text, lost ? Bent.DIGITS_LOST : Bent.NO);
    }
}
