package org.conductregister.command.imports.sheet.opening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Names the columns by what their header says, each once. */
final class HeaderNames {

    /** Longer names are cut: they are shown, and written into mappings. */
    private static final int LONGEST = 120;

    private HeaderNames() {}

    /**
     * @param top the rows at the top of the sheet
     * @param header the line of the last row of the header
     */
    static List<String> of(List<SheetRow> top, long header) {
        var row = top.stream().filter(each -> each.line() == header).findFirst().orElseThrow();
        var above = above(top, row);
        int width = Math.max(width(row), above == null ? 0 : width(above));
        var plain = new ArrayList<String>();
        for (int i = 0; i < width; i++) {
            var name = name(row.cell(i));
            plain.add(name.isEmpty() && above != null ? name(above.cell(i)) : name);
        }
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (int i = 0; i < width; i++) {
            var name = plain.get(i);
            if (name.isEmpty()) {
                name = "Column " + letters(i);
            } else if (above != null && Collections.frequency(plain, name) > 1) {
                name = (group(above, i) + " " + name).strip();
            }
            names.add(free(name, taken));
        }
        return names;
    }

    /** The row right above the header where it is part of it: it names more than one column. */
    private static @Nullable SheetRow above(List<SheetRow> top, SheetRow header) {
        int at = top.indexOf(header);
        var above = at == 0 ? null : top.get(at - 1);
        return above != null
                        && above.line() == header.line() - 1
                        && HeaderFinder.labels(above).size() > 1
                ? above
                : null;
    }

    private static int width(SheetRow row) {
        int width = row.cells().size();
        while (width > 0 && row.cell(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    /** Returns the text above a column, or, in a merged cell, above one to its left. */
    private static String group(SheetRow above, int column) {
        for (int i = column; i >= 0; i--) {
            if (!above.cell(i).isBlank()) {
                return name(above.cell(i));
            }
        }
        return "";
    }

    private static String name(Cell cell) {
        var name = cell.text().replaceAll("\\s+", " ").strip();
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST).strip();
    }

    private static String free(String name, Set<String> taken) {
        var free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + " (" + i + ")";
        }
        return free;
    }

    /** Returns the letters by which spreadsheets call a column, from 0: A, B, …, Z, AA, AB. */
    private static String letters(int column) {
        var last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
