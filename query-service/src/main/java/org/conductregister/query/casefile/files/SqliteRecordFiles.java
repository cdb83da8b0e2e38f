package org.conductregister.query.casefile.files;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.EntryId;
import org.conductregister.keys.SealedFacts;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.viewstore.InViewsFile;
import org.conductregister.query.viewstore.ViewsDamagedException;
import org.conductregister.query.viewstore.ViewsFile;
import org.conductregister.terms.identifiers.CaseId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The files as rows of SQLite, one an entry, personal text sealed. A batch and the head that speaks for it are one transaction. SQLite does not
 * notice damage within a long text, so each row carries a checksum that is compared when it is read.
 */
@Component
@Qualifier(RecordFiles.STORED)
@InViewsFile
final class SqliteRecordFiles implements RecordFiles {

    private static final String VIEW = "casefiles";
    private static final String OF_RECORDS = " WHERE record IN (SELECT value FROM json_each(?))";

    private final ViewsFile views;
    private final SealedFacts sealed;

    SqliteRecordFiles(ViewsFile views, SealedFacts sealed) {
        this.views = views;
        this.sealed = sealed;
    }

    @Override
    public Head.At head() {
        return views.read(connection -> {
            try (var select = connection.prepareStatement("SELECT position, recordedAt FROM Head WHERE view = ?")) {
                select.setString(1, VIEW);
                try (var row = select.executeQuery()) {
                    return row.next() ? new Head.At(row.getLong(1), instant(row.getLong(2))) : Head.At.START;
                }
            }
        });
    }

    @Override
    public void add(FilingBatch batch, Head.At head) {
        views.write(connection -> {
            file(batch.entries(), connection);
            name(batch.cases(), connection);
            mark(batch.duplicates(), connection);
            return move(head, connection);
        });
    }

    private void file(Map<RecordId, List<FiledEntry>> entries, Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT OR REPLACE INTO FiledEntry
                    (position, record, recordedAt, recordedBy, entryId, type, fact, checksum)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (var ofRecord : entries.entrySet()) {
                for (var entry : ofRecord.getValue()) {
                    var row = Row.of(ofRecord.getKey(), entry, sealed);
                    insert.setLong(1, row.position());
                    insert.setString(2, row.record());
                    insert.setLong(3, row.recordedAt());
                    insert.setString(4, row.recordedBy());
                    insert.setString(5, row.entryId());
                    insert.setString(6, row.type());
                    insert.setString(7, row.fact());
                    insert.setLong(8, row.checksum());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void name(Map<RecordId, Set<CaseId>> cases, Connection connection) throws SQLException {
        try (var insert =
                connection.prepareStatement("INSERT OR IGNORE INTO NamedInCase (record, caseId) VALUES (?, ?)")) {
            for (var ofOfficer : cases.entrySet()) {
                for (var caseId : ofOfficer.getValue()) {
                    insert.setString(1, ofOfficer.getKey().toString());
                    insert.setString(2, caseId.value());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void mark(Map<RecordId, Set<RecordId>> duplicates, Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT OR IGNORE INTO MarkedDuplicate (record, duplicate) VALUES (?, ?)")) {
            for (var ofOriginal : duplicates.entrySet()) {
                for (var duplicate : ofOriginal.getValue()) {
                    insert.setString(1, ofOriginal.getKey().toString());
                    insert.setString(2, duplicate.toString());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static int move(Head.At head, Connection connection) throws SQLException {
        try (var replace = connection.prepareStatement(
                "INSERT OR REPLACE INTO Head (view, position, recordedAt) VALUES (?, ?, ?)")) {
            replace.setString(1, VIEW);
            replace.setLong(2, head.position());
            replace.setLong(3, microseconds(head.recordedAt()));
            return replace.executeUpdate();
        }
    }

    @Override
    public Map<RecordId, RecordFile> find(Collection<RecordId> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        var ids = FactJson.mapper()
                .writeValueAsString(records.stream().map(RecordId::toString).toList());
        var entries = new HashMap<String, List<FiledEntry>>();
        var cases = new HashMap<String, Set<CaseId>>();
        var duplicates = new HashMap<String, Set<RecordId>>();
        sealed.prepareToOpen(records.stream().map(RecordId::toString).collect(toSet()));
        views.read(connection -> {
            findEntries(ids, connection, entries);
            findCases(ids, connection, cases);
            findDuplicates(ids, connection, duplicates);
            return entries.size();
        });
        return records.stream()
                .distinct()
                .collect(toMap(
                        record -> record,
                        record -> new RecordFile(
                                record,
                                entries.getOrDefault(record.toString(), List.of()),
                                cases.getOrDefault(record.toString(), Set.of()),
                                duplicates.getOrDefault(record.toString(), Set.of()))));
    }

    private void findEntries(String ids, Connection connection, Map<String, List<FiledEntry>> found)
            throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT position, record, recordedAt, recordedBy, entryId, type, fact, checksum FROM FiledEntry"
                        + OF_RECORDS + " ORDER BY position")) {
            select.setString(1, ids);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var row = Row.read(rows);
                    found.computeIfAbsent(row.record(), none -> new ArrayList<>())
                            .add(row.entry(sealed));
                }
            }
        }
    }

    private static void findCases(String ids, Connection connection, Map<String, Set<CaseId>> found)
            throws SQLException {
        try (var select = connection.prepareStatement("SELECT record, caseId FROM NamedInCase" + OF_RECORDS)) {
            select.setString(1, ids);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), none -> new TreeSet<>())
                            .add(new CaseId(rows.getString(2)));
                }
            }
        }
    }

    private static void findDuplicates(String ids, Connection connection, Map<String, Set<RecordId>> found)
            throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT record, duplicate FROM MarkedDuplicate" + OF_RECORDS + " ORDER BY duplicate")) {
            select.setString(1, ids);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), none -> new LinkedHashSet<>())
                            .add(RecordId.parse(rows.getString(2)));
                }
            }
        }
    }

    /** One row of {@code FiledEntry}. */
    private record Row(
            long position,
            String record,
            long recordedAt,
            String recordedBy,
            String entryId,
            String type,
            String fact) {

        static Row of(RecordId record, FiledEntry entry, SealedFacts sealed) {
            return new Row(
                    entry.position(),
                    record.toString(),
                    microseconds(entry.recordedAt()),
                    entry.recordedBy(),
                    entry.entryId().toString(),
                    FactType.of(entry.fact()).name(),
                    sealed.sealRecorded(
                            entry.entryId().toString(), record.toString(), entry.fact(), entry.recordedAt()));
        }

        static Row read(ResultSet row) throws SQLException {
            var read = new Row(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7));
            if (read.checksum() != row.getLong(8)) {
                throw new ViewsDamagedException("entry %d is not as it was filed".formatted(read.position()));
            }
            return read;
        }

        long checksum() {
            var columns = String.join(
                    "\n", Long.toString(position), record, Long.toString(recordedAt), recordedBy, entryId, type, fact);
            var crc = new CRC32C();
            crc.update(columns.getBytes(StandardCharsets.UTF_8));
            return crc.getValue();
        }

        FiledEntry entry(SealedFacts sealed) {
            var factType = FactType.named(type)
                    .orElseThrow(() -> new IllegalStateException("filed under a name no fact has: " + type));
            return new FiledEntry(
                    position,
                    instant(recordedAt),
                    recordedBy,
                    EntryId.of(entryId),
                    FactJson.mapper().readValue(sealed.open(entryId, record, fact), factType.javaType()));
        }
    }

    private static long microseconds(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }

    /** The file is replaced: that takes no longer for a large one, and gives its room back. */
    @Override
    public void clear() {
        views.recreate();
    }

    @Override
    public void onDamage(Runnable rebuild) {
        views.onDamage(rebuild);
    }
}
