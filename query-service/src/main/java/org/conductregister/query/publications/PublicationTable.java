package org.conductregister.query.publications;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.conductregister.platform.AppendedTable;
import org.conductregister.platform.MovesWithLog;
import org.conductregister.query.publications.Publication.Withdrawal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publications and their withdrawals, beside the log, each with an instant that is in one order with those of the log. Rows are
 * only added; durable on return. Safe for use by several threads and nodes.
 */
@Component
class PublicationTable implements MovesWithLog {

    private static final String COLUMNS = """
            publicationId VARCHAR(36) NOT NULL, title TEXT, question TEXT, query TEXT, asAt VARCHAR(10), knownAt VARCHAR(40),
            definitions VARCHAR(40), digest VARCHAR(80), withdrawal TEXT\
            """;
    private static final String NAMES =
            "publicationId, title, question, query, asAt, knownAt, definitions, digest, withdrawal";
    private static final String ALL = "SELECT " + NAMES + ", recordedAt, recordedBy FROM PublishedFigure ORDER BY id";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final AppendedTable table;

    PublicationTable(JdbcTemplate jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.table = new AppendedTable(jdbc, "PublishedFigure", COLUMNS, "publicationId", "Publication");
    }

    @Override
    public List<AppendedTable> movedTables() {
        return List.of(table);
    }

    /** The latest first. */
    List<Publication> all() {
        var all = new LinkedHashMap<String, Publication>();
        if (table.exists()) {
            jdbc.query(ALL, row -> {
                take(row, all);
            });
        }
        return List.copyOf(all.sequencedValues().reversed());
    }

    private static void take(ResultSet row, Map<String, Publication> all) throws SQLException {
        var id = row.getString(1);
        var at = AppendedTable.instantOf(row, 10);
        var by = row.getString(11);
        var reason = row.getString(9);
        var published = all.get(id);
        if (reason != null && !reason.isEmpty() && published != null) {
            all.put(id, with(published, new Withdrawal(at, by, reason)));
        } else {
            var asAt = row.getString(5);
            all.put(
                    id,
                    new Publication(
                            id,
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            asAt == null || asAt.isEmpty() ? null : LocalDate.parse(asAt),
                            Instant.parse(row.getString(6)),
                            row.getString(7),
                            row.getString(8),
                            at,
                            by,
                            null));
        }
    }

    private static Publication with(Publication of, Withdrawal withdrawal) {
        return new Publication(
                of.publicationId(),
                of.title(),
                of.question(),
                of.query(),
                of.asAt(),
                of.knownAt(),
                of.definitions(),
                of.digest(),
                of.publishedAt(),
                of.publishedBy(),
                withdrawal);
    }

    Optional<Publication> of(String publicationId) {
        return all().stream()
                .filter(each -> each.publicationId().equals(publicationId))
                .findFirst();
    }

    /** @param made makes the publication, once its instant is known */
    Publication add(String by, Function<Instant, Publication> made) {
        table.create();
        return requireNonNull(transactions.execute(transaction -> {
            var at = table.beginAppend(clock);
            var one = made.apply(at);
            append(at, by, one, "");
            return one;
        }));
    }

    void withdraw(Publication one, String reason, String by) {
        transactions.executeWithoutResult(transaction -> append(table.beginAppend(clock), by, one, reason));
    }

    private void append(Instant at, String by, Publication one, String withdrawal) {
        table.append(
                NAMES,
                at,
                by,
                one.publicationId(),
                one.title(),
                one.question(),
                one.query(),
                text(one.asAt()),
                one.knownAt().toString(),
                one.definitions(),
                one.digest(),
                withdrawal);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
