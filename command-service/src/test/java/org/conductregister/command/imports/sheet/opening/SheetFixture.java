package org.conductregister.command.imports.sheet.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;

/** Opens small sheets. */
public final class SheetFixture {

    private SheetFixture() {}

    public static Sheet sheet(Path file) throws IOException {
        return ((Opened.Known) Sheet.open(file, SheetChoice.NONE)).sheet();
    }

    public static Path csv(Path directory, String text) throws IOException {
        return csv(directory, text, StandardCharsets.UTF_8);
    }

    public static Path csv(Path directory, String text, Charset charset) throws IOException {
        return Files.write(directory.resolve("sheet.csv"), text.getBytes(charset));
    }

    public static List<SheetRow> rows(Sheet sheet) throws IOException {
        var all = new ArrayList<SheetRow>();
        try (var rows = sheet.rows()) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            assertThat(rows.next()).as("what comes after the end").isNull();
        }
        return all;
    }

    /** Returns the texts of the cells of each row that can be read. */
    public static List<List<String>> texts(Sheet sheet) throws IOException {
        return rows(sheet).stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }
}
