package org.conductregister.command.imports.rows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conductregister.entries.FactType;

/**
 * Reads cells as people fill them in: days as 2/6/2018, the day first, codes as "Sexual assault", kinds of fact as "Case opened". What
 * cannot be read so is left as it is, to be refused with its own words.
 */
final class Spelling {

    private static final Pattern BRITISH_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern DAY_AND_MIDNIGHT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]00:00(:00(\\.0+)?)?");

    /** Before what a spreadsheet would take for a formula stands an apostrophe, which is not part of the cell. */
    private static final Pattern NO_FORMULA = Pattern.compile("'[=+\\-@].*", Pattern.DOTALL);

    private Spelling() {}

    static String of(String field, String cell) {
        var text = NO_FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
        if (field.equals("type")) {
            return kindOfFact(text.strip());
        }
        return switch (FieldCells.kindOf(field)) {
            case DAY -> day(text.strip());
            case CODE, CHOICE -> code(text);
            case CODES -> Arrays.stream(text.split(";")).map(Spelling::code).collect(Collectors.joining(";"));
            case YES_NO -> yesOrNo(text.strip());
            case IDENTIFIER, TEXT, NUMBER, FACT -> text;
        };
    }

    private static String kindOfFact(String text) {
        var letters = letters(text);
        return FactType.logged().stream()
                .map(FactType::name)
                .filter(name -> letters(name).equals(letters))
                .findFirst()
                .orElse(text);
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.UK);
    }

    private static String day(String text) {
        var midnight = DAY_AND_MIDNIGHT.matcher(text);
        if (midnight.matches()) {
            return midnight.group(1);
        }
        var british = BRITISH_DAY.matcher(text);
        return british.matches() ? isoDay(british, text) : text;
    }

    private static String isoDay(Matcher british, String text) {
        try {
            return LocalDate.of(
                            Integer.parseInt(british.group(3)),
                            Integer.parseInt(british.group(2)),
                            Integer.parseInt(british.group(1)))
                    .toString();
        } catch (DateTimeException noSuchDay) {
            return text;
        }
    }

    private static String code(String text) {
        return text.strip().replaceAll("[\\s-]+", "_").toUpperCase(Locale.UK);
    }

    private static String yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.UK)) {
            case "yes", "y", "true" -> "true";
            case "no", "n", "false" -> "false";
            default -> text;
        };
    }
}
