package org.conductregister.command.imports.profile;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.conductregister.command.imports.sheet.opening.Sheet;

/**
 * All the values of a sheet summed up, column by column: the same whatever its columns mean.
 *
 * @param sheet its name in the workbook; empty for a CSV file
 * @param sheets the names of all sheets of the workbook
 * @param header the line that names the columns
 * @param rows how many there are below it, all of the following included
 * @param blankRows how many have nothing in them
 * @param totalRows the lines of the rows that sum up others
 * @param faultyRows how many cannot be read
 * @param hiddenRows how many the program that made the file does not show
 */
public record Profile(
        String sheet,
        List<String> sheets,
        long header,
        long rows,
        long blankRows,
        List<Long> totalRows,
        long faultyRows,
        long hiddenRows,
        List<ColumnProfile> columns) {

    private static final int TOTALS_LISTED = 20;
    private static final int LOOK_EVERY = 1_000;

    public Profile {
        sheets = List.copyOf(sheets);
        totalRows = List.copyOf(totalRows);
        columns = List.copyOf(columns);
    }

    /**
     * Reads the whole sheet once. Memory does not grow with its rows.
     *
     * @param today days after it are worth a question
     * @param goOn is told every so often how many rows are read, and says whether to go on
     * @return empty where it said not to
     * @throws org.conductregister.command.imports.sheet.UnfitSheetException when the file is damaged or goes beyond a limit
     */
    public static Optional<Profile> of(Sheet sheet, LocalDate today, LongPredicate goOn) throws IOException {
        var counters = new ArrayList<ColumnCounter>();
        for (var name : sheet.columns()) {
            counters.add(new ColumnCounter(name, today, sheet.columns().size()));
        }
        long read = 0;
        long blank = 0;
        long faulty = 0;
        long hidden;
        var totals = new ArrayList<Long>();
        try (var rows = sheet.rows()) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                read++;
                if (row.fault() != null) {
                    faulty++;
                } else if (row.isBlank()) {
                    blank++;
                } else if (row.isTotal()) {
                    if (totals.size() < TOTALS_LISTED) {
                        totals.add(row.line());
                    }
                } else {
                    for (int i = 0; i < counters.size(); i++) {
                        counters.get(i).add(row.cell(i));
                    }
                }
                if (read % LOOK_EVERY == 0 && !goOn.test(read)) {
                    return Optional.empty();
                }
            }
            hidden = rows.hidden();
        }
        var columns = counters.stream().map(ColumnCounter::profile).toList();
        return Optional.of(
                new Profile(sheet.name(), sheet.names(), sheet.header(), read, blank, totals, faulty, hidden, columns));
    }

    /** The column of this name. */
    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
