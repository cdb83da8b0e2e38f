package org.conductregister.command.imports.days;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conductregister.command.imports.sheet.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Takes the spelling of a day apart: numbers parted by {@code -}, {@code /}, {@code .} or spaces, months in words, a
 * weekday before it, a time behind it, a mark of a footnote; a workbook's day or its number; a month or a year alone.
 */
final class DaySpelling {

    private static final String PARTED = "\\s*[-/. ]\\s*";
    private static final Pattern TIME_BEHIND = Pattern.compile(
            "(.*?\\d)(?:T|:|,\\s*|\\s+)(?:\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\\s*(?:[ap]\\.?m\\.?)?"
                    + "|\\d{1,2}\\.\\d{2}\\.\\d{2}(?:\\.\\d+)?\\s*[ap]m)\\s*"
                    + "(?:z|[a-z]{3,4}|(?:gmt|utc)?[-+]\\d{2}(?::?\\d{2})?)?",
            Pattern.CASE_INSENSITIVE);

    /** A time between the day and the year, as C and Java write it: {@code Sun Feb 03 10:00:00 GMT 2019}. */
    private static final Pattern TIME_WITHIN = Pattern.compile(
            "(?:[a-z]{3},?\\s+)?([a-z]{3}\\s+\\d{1,2})\\s+\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s+[a-z]{3,4})?\\s+(\\d{4})",
            Pattern.CASE_INSENSITIVE);

    /** The name of a zone behind a time: {@code [Europe/London]}, {@code (Greenwich Mean Time)}. */
    private static final Pattern ZONE_NAME =
            Pattern.compile("(.*:\\d{2}.*?)\\s*(?:\\[[\\p{L}/_]{1,40}\\]|\\([\\p{L} ]{1,40}\\))");

    private static final int LONGEST_ZONE = 42;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:Z|[-+]\\d{2}:\\d{2})?");
    private static final Pattern WEEKDAY = Pattern.compile(
            "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})" + PARTED + "(\\d{1,2})" + PARTED + "(\\d{1,2})\\.?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})" + PARTED + "(\\d{1,2})" + PARTED + "(\\d{4}|\\d{2})\\.?");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern UNKNOWN = Pattern.compile("\\?+|x+|0{1,2}|-{2}|_+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,8})(?:\\.(\\d+))?");
    private static final Pattern YEAR = Pattern.compile("(?:1[89]|2[01])\\d{2}");
    private static final Pattern ABOUT =
            Pattern.compile("(?:c|ca|circa|about|around|approx|approximately)\\b\\.?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORDINAL =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|º|°)(?![\\p{L}])", Pattern.CASE_INSENSITIVE);

    /** Words of other languages in front of a day and within it: "le 3 février", "3 de febrero de 2019". */
    private static final Pattern IN_FRONT = Pattern.compile("(?:le|den|der|el|il)\\s+", Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN = Pattern.compile("\\s+(?:of|de|del|di)\\s+", Pattern.CASE_INSENSITIVE);

    /** The numbers of workbooks that are taken for days: 1954-10-03 to 2064-04-08. */
    private static final int FIRST_NUMBER = 20_000;

    private static final int LAST_NUMBER = 60_000;
    private static final LocalDate WORKBOOK_EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate WORKBOOK_EPOCH_1904 = LocalDate.of(1904, 1, 1);

    /** The length of {@code 2019}. */
    private static final int YEAR_ALONE = 4;

    /** The length of {@code 2019-02}. */
    private static final int WITHOUT_DAY = 7;

    /** Nothing longer is a day. */
    private static final int LONGEST = 60;

    private static final Spelled NOT_A_DAY = new Spelled.Known(new DayReading.NotADay());

    private DaySpelling() {}

    static Spelled of(Cell cell, LocalDate today) {
        return switch (cell) {
            case Cell.Blank blank -> new Spelled.Known(new DayReading.Nothing());
            case Cell.Day day -> dated(day);
            case Cell.Numeric number -> number(number.text(), number.from1904());
            case Cell.Formula formula -> NOT_A_DAY;
            case Cell.Text text -> {
                var plain = withoutZoneName(text.text());
                yield mayBeDay(plain) ? ofText(plain, today) : NOT_A_DAY;
            }
        };
    }

    private static String withoutZoneName(String text) {
        if (text.length() > LONGEST + LONGEST_ZONE || !(text.endsWith("]") || text.endsWith(")"))) {
            return text;
        }
        var named = ZONE_NAME.matcher(text);
        return named.matches() ? named.group(1) : text;
    }

    /** A cheap look at what most texts that are no days do not have: digits, and no words but those of days. */
    private static boolean mayBeDay(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        int digits = 0;
        int letters = 0;
        int wordBegins = -1;
        boolean dayWord = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            digits += c >= '0' && c <= '9' ? 1 : 0;
            if (Character.isLetter(c)) {
                letters++;
                wordBegins = wordBegins < 0 ? i : wordBegins;
            } else {
                dayWord |= wordBegins >= 0 && i - wordBegins >= 3 && DayWords.mayBeginAt(text, wordBegins);
                wordBegins = -1;
            }
        }
        return digits >= 2
                && (letters == 0
                        || dayWord
                        || (letters <= 6 && isTimed(text))
                        || ABOUT.matcher(text).lookingAt());
    }

    /** Whether its letters may be those of a time and its zone, or stand for digits that are not known. */
    private static boolean isTimed(String text) {
        return text.indexOf(':') >= 0 || text.endsWith("Z") || text.indexOf('x') >= 0 || text.indexOf('X') >= 0;
    }

    private static Spelled ofText(String text, LocalDate today) {
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return withYear(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        var day = bare(text);
        var yearFirst = YEAR_FIRST.matcher(day);
        if (yearFirst.matches()) {
            return withYear(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        var yearLast = YEAR_LAST.matcher(day);
        if (yearLast.matches()) {
            return numbers(yearLast);
        }
        if (NUMBER.matcher(day).matches()) {
            return number(day, false);
        }
        return parts(day.split("[-/. ,]+(?!$)|(?<=\\d)(?=[A-Za-z]{3})|(?<=[A-Za-z]{3})(?=\\d)"), today);
    }

    /** The day without its time, weekday, marks of footnotes and words like "about". */
    private static String bare(String text) {
        var day = text.replaceAll("[*†‡]+$", "").strip();
        var within = TIME_WITHIN.matcher(day);
        day = within.matches() ? within.group(1) + " " + within.group(2) : day;
        var timed = TIME_BEHIND.matcher(day);
        day = timed.matches() ? timed.group(1) : day;
        day = WEEKDAY.matcher(day).lookingAt() ? WEEKDAY.matcher(day).replaceFirst("") : day;
        day = IN_FRONT.matcher(day).lookingAt() ? IN_FRONT.matcher(day).replaceFirst("") : day;
        return BETWEEN.matcher(ORDINAL.matcher(day).replaceAll("$1"))
                .replaceAll(" ")
                .strip();
    }

    /** Numbers of which one may be the year of two digits, or the last is one of four. */
    private static Spelled numbers(Matcher parts) {
        int first = number(parts, 1);
        int second = number(parts, 2);
        int third = number(parts, 3);
        boolean fullYear = parts.group(3).length() == 4;
        if (fullYear && (first == 0 || second == 0)) {
            return unknownDay(third, first == 0 ? second : first);
        }
        return new Spelled.Numbers(
                first, second, third, fullYear, parts.group(1).length() == 2);
    }

    /** A year of four digits first: then the month, then the day; {@code 00} for one that is not known. */
    private static Spelled withYear(int year, int month, int day) {
        if (day == 0) {
            return unknownDay(year, month);
        }
        var exact = Spelled.day(year, month, day);
        return exact == null ? NOT_A_DAY : new Spelled.Known(new DayReading.Exact(exact), DayOrder.YMD);
    }

    private static Spelled unknownDay(int year, int month) {
        return month == 0 ? year(year) : month(year, month);
    }

    private static Spelled exact(LocalDate day) {
        return new Spelled.Known(new DayReading.Exact(day));
    }

    private static Spelled dated(Cell.Day cell) {
        int year = cell.day().getYear();
        return switch (cell.text().length()) {
            case YEAR_ALONE -> year(year);
            case WITHOUT_DAY -> month(year, cell.day().getMonthValue());
            default -> exact(cell.day());
        };
    }

    private static Spelled month(int year, int month) {
        if (year == 0 || month < 1 || month > 12) {
            return NOT_A_DAY;
        }
        var whole = YearMonth.of(year, month);
        return new Spelled.Known(new DayReading.Within(whole.atDay(1), whole.atEndOfMonth()));
    }

    private static Spelled year(int year) {
        if (year == 0) {
            return NOT_A_DAY;
        }
        return new Spelled.Known(new DayReading.Within(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    /** A number by itself: a year, or the number of a day in a workbook. */
    private static Spelled number(String text, boolean from1904) {
        var compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return withYear(number(compact, 1), number(compact, 2), number(compact, 3));
        }
        var number = NUMBER.matcher(text);
        if (!number.matches()) {
            return NOT_A_DAY;
        }
        int whole = Integer.parseInt(number.group(1));
        var fraction = number.group(2);
        if (YEAR.matcher(number.group(1)).matches() && (fraction == null || fraction.matches("0+"))) {
            return year(whole);
        }
        if (whole < FIRST_NUMBER || whole > LAST_NUMBER || text.startsWith("0")) {
            return NOT_A_DAY;
        }
        return exact((from1904 ? WORKBOOK_EPOCH_1904 : WORKBOOK_EPOCH).plusDays(whole));
    }

    /** With a month in words, or with a part that is not known. */
    private static Spelled parts(String[] parts, LocalDate today) {
        if (parts.length > 0 && ABOUT.matcher(parts[0]).matches()) {
            return about(List.of(parts).subList(1, parts.length).toArray(String[]::new), today);
        }
        if (parts.length == 4 && DayWords.isWeekday(parts[0])) {
            return parts(List.of(parts).subList(1, 4).toArray(String[]::new), today);
        }
        int wordAt = -1;
        int month = 0;
        for (int i = 0; i < parts.length; i++) {
            int named = DayWords.month(parts[i]);
            if (named > 0) {
                if (wordAt >= 0) {
                    return NOT_A_DAY;
                }
                wordAt = i;
                month = named;
            }
        }
        return wordAt < 0 ? unworded(parts) : worded(parts, wordAt, month, today);
    }

    /** Reads a day stated as an estimate: a month or a year stays one; an exact day is not taken for one. */
    private static Spelled about(String[] parts, LocalDate today) {
        var rest = parts.length == 1 && YEAR.matcher(parts[0]).matches()
                ? year(Integer.parseInt(parts[0]))
                : parts(parts, today);
        return rest instanceof Spelled.Known(DayReading.Within within, var order)
                ? new Spelled.Known(within)
                : NOT_A_DAY;
    }

    private static Spelled worded(String[] parts, int wordAt, int month, LocalDate today) {
        if (parts.length == 2) {
            var other = parts[1 - wordAt];
            if (YEAR.matcher(other).matches()) {
                return month(Integer.parseInt(other), month);
            }
            return wordAt == 0 && other.matches("\\d{2}")
                    ? month(Spelled.ofTwoDigits(Integer.parseInt(other), today), month)
                    : NOT_A_DAY;
        }
        if (parts.length != 3) {
            return NOT_A_DAY;
        }
        var first = parts[wordAt == 0 ? 1 : 0];
        var last = parts[wordAt == 2 ? 1 : 2];
        if (YEAR.matcher(first).matches()) {
            return wordDay(Integer.parseInt(first), month, last);
        }
        if (YEAR.matcher(last).matches()) {
            return wordDay(Integer.parseInt(last), month, first);
        }
        if (!first.matches("\\d{1,2}") || !last.matches("\\d{2}")) {
            return NOT_A_DAY;
        }
        boolean yearFirst = Integer.parseInt(first) > 31;
        return wordDay(
                Spelled.ofTwoDigits(Integer.parseInt(yearFirst ? first : last), today),
                month,
                yearFirst ? last : first);
    }

    private static Spelled wordDay(int year, int month, String day) {
        if (UNKNOWN.matcher(day).matches()) {
            return month(year, month);
        }
        var exact = day.matches("\\d{1,2}") ? Spelled.day(year, month, Integer.parseInt(day)) : null;
        return exact == null ? NOT_A_DAY : exact(exact);
    }

    /** Numbers alone: a year and a month, or with a part that is not known. */
    private static Spelled unworded(String[] parts) {
        if (parts.length == 2) {
            if (YEAR.matcher(parts[0]).matches() && parts[1].matches("\\d{1,2}")) {
                return month(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
            return YEAR.matcher(parts[1]).matches() && parts[0].matches("\\d{1,2}")
                    ? month(Integer.parseInt(parts[1]), Integer.parseInt(parts[0]))
                    : NOT_A_DAY;
        }
        if (parts.length != 3) {
            return NOT_A_DAY;
        }
        boolean yearFirst = YEAR.matcher(parts[0]).matches();
        if (!yearFirst && !YEAR.matcher(parts[2]).matches()) {
            return NOT_A_DAY;
        }
        int year = Integer.parseInt(yearFirst ? parts[0] : parts[2]);
        var outer = yearFirst ? parts[2] : parts[0];
        var known = knownOf(outer, parts[1]);
        return known == null ? NOT_A_DAY : unknownDay(year, known);
    }

    /** The month, where the other of two parts is not known; 0 where neither is. */
    private static @Nullable Integer knownOf(String one, String other) {
        boolean oneUnknown = UNKNOWN.matcher(one).matches();
        boolean otherUnknown = UNKNOWN.matcher(other).matches();
        if (oneUnknown && otherUnknown) {
            return 0;
        }
        var known = oneUnknown ? other : one;
        return (oneUnknown || otherUnknown) && known.matches("\\d{1,2}") ? (Integer) Integer.parseInt(known) : null;
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
