package org.conductregister.command.imports.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text with the names of columns in braces, such as {@code DET-{CCR}}, which a row fills in. Immutable.
 *
 * @param parts in order; two neighbours are never both literal
 */
public record Template(List<Part> parts) {

    public Template {
        parts = List.copyOf(parts);
    }

    /** A piece of the text. */
    public sealed interface Part {}

    /** Text that stands as it is. */
    public record Literal(String text) implements Part {}

    /** The cell of the column with this name. */
    public record Column(String name) implements Part {}

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException where a brace is not closed, or never opened, or names no column
     */
    public static Template parse(String text) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = text.indexOf('}', at);
            if (open < 0 && close < 0) {
                parts.add(new Literal(text.substring(at)));
                break;
            }
            if (open < 0 || (close >= 0 && close < open)) {
                throw new IllegalArgumentException("closes a brace that is not open");
            }
            if (close < 0 || text.substring(open + 1, close).indexOf('{') >= 0) {
                throw new IllegalArgumentException("has a brace that is not closed");
            }
            var name = text.substring(open + 1, close).strip();
            if (name.isEmpty()) {
                throw new IllegalArgumentException("names no column between its braces");
            }
            if (open > at) {
                parts.add(new Literal(text.substring(at, open)));
            }
            parts.add(new Column(name));
            at = close + 1;
        }
        return new Template(parts);
    }

    /** The columns named, each once, in order. */
    public Set<String> columns() {
        return parts.stream()
                .filter(Column.class::isInstance)
                .map(part -> ((Column) part).name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether every row has the same text. */
    public boolean isConstant() {
        return columns().isEmpty();
    }

    /** The column of which the text is nothing but the cell; null where it is anything else. */
    @Nullable
    public String onlyColumn() {
        return parts.size() == 1 && parts.getFirst() instanceof Column column ? column.name() : null;
    }

    /** The text with each column replaced by what the function gives for it. */
    public String filled(UnaryOperator<String> cellOf) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(
                    switch (part) {
                        case Literal literal -> literal.text();
                        case Column column -> cellOf.apply(column.name());
                    });
        }
        return text.toString();
    }

    /** The same with other names of columns. */
    Template renamed(UnaryOperator<String> names) {
        return new Template(parts.stream()
                .map(part -> part instanceof Column(String name) ? new Column(names.apply(name)) : part)
                .toList());
    }

    @Override
    public String toString() {
        return filled(name -> "{" + name + "}");
    }
}
