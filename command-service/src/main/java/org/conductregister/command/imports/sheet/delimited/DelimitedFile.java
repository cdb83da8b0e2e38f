package org.conductregister.command.imports.sheet.delimited;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conductregister.command.imports.sheet.SheetFile;
import org.conductregister.command.imports.sheet.SheetRows;
import org.jspecify.annotations.Nullable;

/**
 * A text file of rows whose cells a separator parts: comma, semicolon, tab or bar, whichever parts most of its first rows
 * alike. A first line such as {@code sep=;}, which Excel writes and reads, says it.
 */
public final class DelimitedFile implements SheetFile {

    private static final String SEPARATORS = "\t;,|";
    private static final int ROWS_LOOKED_AT = 50;
    private static final Pattern STATED = Pattern.compile("(?i)\"?sep=([,;\t|])\"?");

    private final Path file;
    private final TextEncoding encoding;
    private final char separator;
    private final boolean stated;

    public DelimitedFile(Path file) throws IOException {
        this.file = file;
        try (var in = Files.newInputStream(file)) {
            this.encoding = TextEncoding.of(in.readNBytes(TextEncoding.LOOKED_AT));
        }
        var said = stated();
        this.stated = said != null;
        this.separator = said == null ? likeliest() : said;
    }

    private @Nullable Character stated() throws IOException {
        try (var in = Files.newInputStream(file)) {
            var first = encoding.lines(in).next();
            if (first == null || first.bytes() == null) {
                return null;
            }
            var said = STATED.matcher(TextEncoding.decoded(first.bytes()).strip());
            return said.matches() ? said.group(1).charAt(0) : null;
        }
    }

    private char likeliest() throws IOException {
        var best = ',';
        var most = new Fit(0, 1);
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char each = SEPARATORS.charAt(i);
            var fit = fit(each);
            if (fit.cells() > 1 && Fit.ORDER.compare(fit, most) > 0) {
                best = each;
                most = fit;
            }
        }
        return best;
    }

    /** The most frequent number of cells in a row above 1, and the number of rows that have it. */
    private record Fit(long rows, int cells) {

        private static final Comparator<Fit> ORDER =
                Comparator.comparingLong(Fit::rows).thenComparingInt(Fit::cells);
    }

    private Fit fit(char separator) throws IOException {
        var widths = new ArrayList<Integer>();
        try (var in = Files.newInputStream(file)) {
            var rows = new DelimitedRows(in, encoding, separator);
            for (var row = rows.next(); row != null && widths.size() < ROWS_LOOKED_AT; row = rows.next()) {
                widths.add(row.cells().size());
            }
        }
        return widths.stream()
                .filter(width -> width > 1)
                .collect(Collectors.groupingBy(width -> width, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> new Fit(each.getValue(), each.getKey()))
                .max(Fit.ORDER)
                .orElse(new Fit(0, 1));
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public SheetRows rows(String sheet) throws IOException {
        var rows = new DelimitedRows(Files.newInputStream(file), encoding, separator);
        if (stated) {
            rows.next();
        }
        return rows;
    }
}
