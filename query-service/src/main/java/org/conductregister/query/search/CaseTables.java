package org.conductregister.query.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.tabular.Coded;
import org.conductregister.query.tabular.Column;
import org.conductregister.query.tabular.Column.Kind;
import org.conductregister.query.tabular.DataTable;
import org.conductregister.query.tabular.DataTable.RowSink;
import org.conductregister.query.tabular.Heading;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of cases as tables; long ones are read a page at a time while they are written. */
@Component
class CaseTables {

    /** The number read at a time where all are written. */
    private static final int AT_A_TIME = 1_000;

    private static final List<Column> COLUMNS = List.of(
            new Column("caseId", "Case", Kind.TEXT),
            new Column("force", "Force", Kind.TEXT),
            new Column("kind", "Kind", Kind.TEXT),
            new Column("source", "Source", Kind.TEXT),
            new Column("title", "Title", Kind.TEXT),
            new Column("openedOn", "Opened on", Kind.DAY),
            new Column("status", "Status", Kind.TEXT),
            new Column("readyToClose", "Ready to close", Kind.FLAG),
            new Column("referral", "Referral", Kind.TEXT),
            new Column("mode", "Mode of investigation", Kind.TEXT),
            new Column("allegations", "Allegations", Kind.WHOLE_NUMBER),
            new Column("pending", "Pending allegations", Kind.WHOLE_NUMBER),
            new Column("categories", "Categories", Kind.TEXT));

    private final Words words;

    CaseTables(Words words) {
        this.words = words;
    }

    /** Reads a page of cases at pinned times, from page 0. */
    @FunctionalInterface
    interface Pages {

        List<CaseRow> read(int page, int size);
    }

    /** Some cases. */
    DataTable of(PointInTime times, String address, List<CaseRow> rows) {
        return new DataTable(heading(times, address), COLUMNS, rows.size(), sink -> write(rows, sink));
    }

    /** All cases. */
    DataTable of(PointInTime times, String address, long total, Pages pages) {
        return new DataTable(heading(times, address), COLUMNS, total, sink -> {
            for (int page = 0; (long) page * AT_A_TIME < total; page++) {
                write(pages.read(page, AT_A_TIME), sink);
            }
        });
    }

    private void write(List<CaseRow> rows, RowSink sink) throws IOException {
        for (var row : rows) {
            sink.row(cells(row));
        }
    }

    private List<@Nullable Object> cells(CaseRow row) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.caseId().value());
        cells.add(coded("force", row.force().value()));
        cells.add(coded("kind", row.kind().name()));
        cells.add(coded("source", row.source().name()));
        cells.add(row.title() == null ? null : row.title().value());
        cells.add(row.openedOn());
        cells.add(coded("status", row.status().name()));
        cells.add(row.readyToClose());
        cells.add(coded("referral", row.referral().name()));
        cells.add(coded("mode", row.mode()));
        cells.add(row.allegations());
        cells.add(row.pending());
        cells.add(new Coded(
                row.categories().stream().map(category -> category.value()).collect(Collectors.joining("; ")),
                row.categories().stream()
                        .map(category -> words.category(category.value()))
                        .collect(Collectors.joining("; "))));
        return cells;
    }

    private Coded coded(String dimension, String value) {
        return new Coded(value, words.value(dimension, value));
    }

    private Heading heading(PointInTime times, String address) {
        var sentence = "Cases found. As at %s, as known at %s."
                .formatted(words.day(times.asAt()), words.moment(times.knownAt()));
        return new Heading(
                "cases", "Cases found", sentence, address, Map.of("Cases", "Those that the call limits the list to."));
    }
}
