package org.conductregister.command.imports.mapping.kept;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.conductregister.command.imports.mapping.Template;
import org.conductregister.entries.FactField;
import org.conductregister.platform.codelists.ListedCodes;

/** Checks the texts of a mapping that name no column, and so are the same in every row. */
final class ConstantCheck {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final ListedCodes codes;
    private final MappingFaults faults;

    ConstantCheck(ListedCodes codes, MappingFaults faults) {
        this.codes = codes;
        this.faults = faults;
    }

    void check(String at, Template text, FactField field) {
        if (!text.isConstant()) {
            return;
        }
        var value = text.toString();
        switch (field.kind()) {
            case CHOICE -> {
                if (!field.choices().contains(value)) {
                    faults.add(
                            at,
                            "CODE_UNKNOWN",
                            "must be a column as {Column}, or one of " + String.join(", ", field.choices()));
                }
            }
            case CODE, CODES -> {
                var list = field.codeList();
                if (list != null && !codes.knows(list, value)) {
                    faults.add(
                            at,
                            "CODE_UNKNOWN",
                            "must be a column as {Column}, or a code of the list " + list.path() + "; an administrator"
                                    + " can add it");
                }
            }
            case DAY -> {
                if (!isDay(value)) {
                    faults.add(at, "FIELD_INVALID", "must be a column as {Column}, or a day as YYYY-MM-DD");
                }
            }
            case NUMBER -> require(NUMBER.matcher(value).matches(), at, "a whole number");
            case YES_NO -> require(isYesOrNo(value), at, "true or false");
            case IDENTIFIER, TEXT, FACT -> {}
        }
    }

    private void require(boolean holds, String at, String what) {
        if (!holds) {
            faults.add(at, "FIELD_INVALID", "must be a column as {Column}, or " + what);
        }
    }

    private static boolean isYesOrNo(String value) {
        var word = value.toLowerCase(Locale.UK);
        return word.equals("true") || word.equals("false");
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
