package org.conductregister.command.imports.sheet.opening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.conductregister.command.imports.sheet.SheetFile;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.jspecify.annotations.Nullable;

/** Finds the sheet of a file that is meant, and the line that names its columns. */
final class SheetOpener {

    /** The rows at the top among which the header is looked for. */
    private static final int TOP = 60;

    private SheetOpener() {}

    static Opened open(SheetFile file, SheetChoice choice) throws IOException {
        if (file.names().isEmpty()) {
            return openSheet(file, "", choice);
        }
        if (choice.sheet() != null) {
            refuseUnknown(file, choice.sheet());
            return openSheet(file, choice.sheet(), choice);
        }
        var stating = new ArrayList<String>();
        for (var name : file.names()) {
            if (!top(file, name).isEmpty()) {
                stating.add(name);
            }
        }
        return openOneOf(stating, file, choice);
    }

    private static void refuseUnknown(SheetFile file, String sheet) {
        if (!file.names().contains(sheet)) {
            throw new UnfitSheetException("The workbook has no sheet “%s”. Its sheets are: %s."
                    .formatted(sheet, file.names().stream().collect(Collectors.joining("”, “", "“", "”"))));
        }
    }

    private static Opened openOneOf(List<String> names, SheetFile file, SheetChoice choice) throws IOException {
        if (names.isEmpty()) {
            throw new UnfitSheetException("The workbook has no rows. Choose a file with rows.");
        }
        if (names.size() == 1) {
            return openSheet(file, names.getFirst(), choice);
        }
        if (choice.columns().isEmpty()) {
            return new Opened.WhichSheet(names);
        }
        var fitting = new ArrayList<Sheet>();
        for (var name : names) {
            if (openSheet(file, name, choice) instanceof Opened.Known(Sheet sheet)
                    && sheet.columns().containsAll(choice.columns())) {
                fitting.add(sheet);
            }
        }
        return fitting.size() == 1 ? new Opened.Known(fitting.getFirst()) : new Opened.WhichSheet(names);
    }

    private static Opened openSheet(SheetFile file, String name, SheetChoice choice) throws IOException {
        var top = top(file, name);
        if (top.isEmpty()) {
            throw new UnfitSheetException("The sheet has no rows. Choose a file with rows.");
        }
        var header = new HeaderFinder(top).find(choice);
        if (choice.header() == null && !hasAll(top, header, choice)) {
            refuseFaulty(top.getFirst());
        }
        return header == null
                ? new Opened.WhichHeader(top)
                : new Opened.Known(new Sheet(file, name, header, HeaderNames.of(top, header)));
    }

    /** Whether the line found has the names asked for. */
    private static boolean hasAll(List<SheetRow> top, @Nullable Long header, SheetChoice choice) {
        return header != null
                && !choice.columns().isEmpty()
                && HeaderNames.of(top, header).containsAll(choice.columns());
    }

    /** The first line that is not blank names the columns more often than not: where it cannot be read, none below it is taken. */
    private static void refuseFaulty(SheetRow first) {
        if (first.fault() != null) {
            throw new UnfitSheetException("Line %,d: %s".formatted(first.line(), first.fault()));
        }
    }

    /** The rows down to the {@link #TOP}th that is not blank; none where all are. */
    private static List<SheetRow> top(SheetFile file, String name) throws IOException {
        var top = new ArrayList<SheetRow>();
        try (var rows = file.rows(name)) {
            for (var row = rows.next(); row != null && top.size() < TOP; row = rows.next()) {
                if (!row.isBlank()) {
                    top.add(row);
                }
            }
        }
        return top;
    }
}
