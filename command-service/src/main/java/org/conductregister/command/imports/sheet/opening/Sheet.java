package org.conductregister.command.imports.sheet.opening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.conductregister.command.imports.sheet.SheetFile;
import org.conductregister.command.imports.sheet.SheetRows;

/**
 * A sheet whose columns are known. Immutable; its rows can be read as often as wanted, as long as the file is there.
 */
public final class Sheet {

    private final SheetFile file;
    private final String name;
    private final long header;
    private final List<String> columns;

    Sheet(SheetFile file, String name, long header, List<String> columns) {
        this.file = file;
        this.name = name;
        this.header = header;
        this.columns = List.copyOf(columns);
    }

    /**
     * Opens the file, of whatever format: its content says which.
     *
     * @throws org.conductregister.command.imports.sheet.UnfitSheetException when it cannot be read as a sheet, or has no sheet or line that the choice names
     */
    public static Opened open(Path file, SheetChoice choice) throws IOException {
        return SheetOpener.open(SheetFiles.of(file), choice);
    }

    /** Its name in the workbook; empty for a CSV file. */
    public String name() {
        return name;
    }

    /** All sheets of the workbook that have rows and are not hidden, in their order; none for a CSV file. */
    public List<String> names() {
        return file.names();
    }

    /** The line that names the columns, from 1: the last of them where there are several. */
    public long header() {
        return header;
    }

    /**
     * The names of the columns, each once. A column without a name is called by its letter, {@code Column C}; where two
     * would have one name, what stands above it in a header of several lines goes before it, {@code Officer Name}, or a
     * number behind it, {@code Name (2)}.
     */
    public List<String> columns() {
        return columns;
    }

    /** The rows below the header. A row that has more cells than the header is faulty. */
    public SheetRows rows() throws IOException {
        return new RowsBelow(file.rows(name), header, columns.size());
    }
}
