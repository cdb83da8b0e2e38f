package org.conductregister.command.imports.sheet.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.function.Function;
import org.conductregister.command.imports.sheet.Cell;
import org.jspecify.annotations.Nullable;

/** Reads the cells of an Excel workbook, by their type and their format. */
final class ExcelCells {

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    /** Excel counts a 29 February 1900, which was not; up to there its days are one more. */
    private static final int FALSE_LEAP_DAY = 60;

    private static final double LAST_DAY = 2_958_465; // 9999-12-31
    private static final double HALF_A_SECOND = 0.5 / 86_400;
    private static final int DIGITS = 15;
    private static final int LONGEST_NUMBER = 40;

    private final SharedStrings sharedStrings;
    private final NumberFormats formats;
    private final boolean from1904;

    ExcelCells(SharedStrings sharedStrings, NumberFormats formats, boolean from1904) {
        this.sharedStrings = sharedStrings;
        this.formats = formats;
        this.from1904 = from1904;
    }

    /**
     * @param type of the value as the file has it; null for a number
     * @param style number of the cell's style
     */
    Cell cell(@Nullable String type, @Nullable String style, String value) {
        if (value.isEmpty()) {
            return Cell.blank();
        }
        return switch (type == null ? "n" : type) {
            case "s" -> Cell.of(sharedStrings.text(value));
            case "b" -> Cell.of(value.equals("1") ? "TRUE" : "FALSE");
            case "d" -> isoDay(value);
            case "n" -> number(value, formats.of(style));
            default -> Cell.of(value);
        };
    }

    private static Cell isoDay(String value) {
        try {
            return new Cell.Day(LocalDate.parse(value.substring(0, Math.min(10, value.length()))));
        } catch (DateTimeException e) {
            return Cell.of(value);
        }
    }

    private Cell number(String value, NumberFormats.Kind kind) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            return Cell.of(value);
        }
        if (value.length() > LONGEST_NUMBER
                || Math.abs((long) number.scale() - number.precision()) > 2 * LONGEST_NUMBER) {
            return Cell.of(value);
        }
        return switch (kind) {
            case NumberFormats.Kind.Day day -> day(number, Cell.Day::new);
            case NumberFormats.Kind.Month month -> day(number, Cell.Day::showingMonth);
            case NumberFormats.Kind.Year year -> day(number, Cell.Day::showingYear);
            case NumberFormats.Kind.Time time -> time(number);
            case NumberFormats.Kind.Padded(int digits) -> padded(plain(number), digits);
            case NumberFormats.Kind.Plain plain -> new Cell.Numeric(plain(number), from1904);
        };
    }

    /** The number of digits that Excel keeps, written in full. */
    private static String plain(BigDecimal number) {
        var kept = number.scale() <= 0 ? number : number.round(new MathContext(DIGITS));
        return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
    }

    private Cell padded(String number, int digits) {
        boolean whole = number.chars().allMatch(Character::isDigit);
        return new Cell.Numeric(
                whole && number.length() < digits ? "0".repeat(digits - number.length()) + number : number, from1904);
    }

    private Cell day(BigDecimal number, Function<LocalDate, Cell.Day> cell) {
        double days = number.doubleValue();
        if (days < 0 || days > LAST_DAY) {
            return new Cell.Numeric(plain(number), from1904);
        }
        long whole = (long) Math.floor(days + HALF_A_SECOND);
        if (from1904) {
            return cell.apply(EPOCH_1904.plusDays(whole));
        }
        return cell.apply(EPOCH.plusDays(whole < FALSE_LEAP_DAY ? whole + 1 : whole));
    }

    private static Cell time(BigDecimal number) {
        double days = number.doubleValue();
        if (days < 0 || days > LAST_DAY) {
            return Cell.of(plain(number));
        }
        long seconds = Math.round((days - Math.floor(days)) * 86_400) % 86_400;
        var time = LocalTime.ofSecondOfDay(seconds);
        return Cell.of(
                String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond()));
    }
}
