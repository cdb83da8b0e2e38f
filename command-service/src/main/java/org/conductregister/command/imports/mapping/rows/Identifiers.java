package org.conductregister.command.imports.mapping.rows;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.conductregister.command.imports.mapping.Template;
import org.conductregister.command.imports.mapping.rows.CellReader.NotUnderstood;
import org.conductregister.command.imports.mapping.rows.CellReader.Understood;
import org.conductregister.command.imports.scratch.Fingerprints;
import org.conductregister.command.imports.sheet.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Makes the register's identifiers of a sheet's numbers. Characters that identifiers cannot have become {@code -}; where two
 * numbers would become one identifier, or differ from it in capitals alone, the later is refused. For one sheet and one thread.
 */
final class Identifiers {

    private static final int LONGEST = 64;

    /** The scope of the numbers of people. */
    static final String PERSON = "officer";

    private final CellReader cells;
    private final Fingerprints made;

    Identifiers(CellReader cells, Fingerprints made) {
        this.cells = cells;
        this.made = made;
    }

    /** The outcome of making an identifier of a number. */
    sealed interface Identifier {}

    /** An identifier. */
    record Made(String id) implements Identifier {}

    /** One of its columns is blank. */
    record Blank() implements Identifier {}

    /** None can be made of it. */
    record Wrong(@Nullable String column, String code, String detail) implements Identifier {}

    /**
     * The identifier that a row gives.
     *
     * @param scope within what it is unique
     * @param cellOf the value of a column, blank where it states nothing
     */
    Identifier of(String scope, Template text, Function<String, Cell> cellOf) {
        var number = new StringBuilder();
        for (var part : text.parts()) {
            switch (part) {
                case Template.Literal literal -> number.append(literal.text());
                case Template.Column column -> {
                    var cell = cellOf.apply(column.name());
                    if (cell.isBlank()) {
                        return new Blank();
                    }
                    switch (cells.identifier(column.name(), cell, scope.equals(PERSON))) {
                        case Understood<String> read -> number.append(read.value());
                        case NotUnderstood<String> not -> {
                            return new Wrong(column.name(), not.code(), not.detail());
                        }
                    }
                }
            }
        }
        return made(scope, number.toString(), text.columns());
    }

    private Identifier made(String scope, String number, Set<String> columns) {
        var column = columns.isEmpty() ? null : columns.iterator().next();
        var id = spelt(number);
        if (id.length() > LONGEST) {
            return new Wrong(
                    column,
                    "FIELD_INVALID",
                    "“%s…” is longer than the %d characters that a number may have."
                            .formatted(number.substring(0, 20), LONGEST));
        }
        if (!made.isMadeOf(scope + "/" + id.toLowerCase(Locale.ROOT), number)) {
            return new Wrong(
                    column,
                    "IDS_COLLIDE",
                    "“%s” and another number further up in the sheet differ in capitals or signs alone. Write the two alike if they are one, and else differently."
                            .formatted(number));
        }
        return new Made(id);
    }

    /** The number with {@code -} for each character that identifiers cannot have. */
    private static String spelt(String number) {
        var id = new StringBuilder(number.length());
        number.codePoints().forEach(letter -> id.appendCodePoint(isOfIdentifiers(letter) ? letter : '-'));
        return id.toString();
    }

    private static boolean isOfIdentifiers(int letter) {
        return (letter >= 'A' && letter <= 'Z')
                || (letter >= 'a' && letter <= 'z')
                || (letter >= '0' && letter <= '9')
                || letter == '.'
                || letter == '_'
                || letter == '-';
    }
}
