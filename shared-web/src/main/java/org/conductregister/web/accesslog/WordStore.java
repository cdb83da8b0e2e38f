package org.conductregister.web.accesslog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.keys.JointSeal;
import org.jspecify.annotations.Nullable;

/**
 * The words that were searched for, in a table beside the entries of the access log, each sealed with the key of its day and those of
 * the records that it found. Rows are added, and removed once the key of their day is destroyed. Thread-safe.
 */
final class WordStore {

    /** For how long words are kept. */
    static final Period KEPT = Period.ofDays(90);

    /** Left-joined to the entries, with {@code subjects} and {@code sealed}. */
    static final String JOIN = " LEFT JOIN SearchedWords ON entryId = id";

    static final String COLUMNS = "subjects, sealed";

    private final JointSeal seal;

    WordStore(JointSeal seal) {
        this.seal = seal;
    }

    private static LocalDate dayOf(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String subjectOf(LocalDate day) {
        return "search/" + day;
    }

    private static List<String> subjects(Instant at, SearchedWords searched) {
        var found = searched.records().stream().map(JointSeal::wordsThatFound);
        return Stream.concat(Stream.of(subjectOf(dayOf(at))), found.distinct()).toList();
    }

    /** Makes the keys that the words of some entries need, in one transaction. */
    void prepare(List<AccessEntry> entries) {
        var subjects = new HashSet<String>();
        for (var entry : entries) {
            if (entry.searched() != null) {
                subjects.addAll(subjects(entry.at(), entry.searched()));
            }
        }
        if (!subjects.isEmpty()) {
            seal.prepare(subjects);
        }
    }

    PreparedStatement inserting(Connection connection) throws SQLException {
        return connection.prepareStatement(
                "INSERT INTO SearchedWords (entryId, day, subjects, sealed) VALUES (?, ?, ?, ?)");
    }

    /** Adds the words of an entry to a batch, where it has any. */
    void add(long id, AccessEntry entry, PreparedStatement insert) throws SQLException {
        var searched = entry.searched();
        if (searched == null) {
            return;
        }
        var subjects = subjects(entry.at(), searched);
        insert.setLong(1, id);
        insert.setString(2, dayOf(entry.at()).toString());
        insert.setString(3, String.join(" ", subjects));
        insert.setString(4, seal.seal(subjects, Long.toString(id), searched.words()));
        insert.addBatch();
    }

    /** Reads {@link #COLUMNS}; returns null where there are no words, or they are erased. */
    @Nullable
    SearchedWords read(long id, @Nullable String subjects, @Nullable String sealed) {
        if (subjects == null || sealed == null) {
            return null;
        }
        var all = List.of(subjects.split(" ", -1));
        var words = seal.open(all, Long.toString(id), sealed);
        var found = all.stream()
                .skip(1)
                .map(subject -> subject.substring(JointSeal.wordsThatFound("").length()))
                .toList();
        return words == null ? null : new SearchedWords(words, found);
    }

    /**
     * Destroys the keys of the days whose words have been kept for long enough, then removes the words. Done again it changes nothing; done
     * with keys from an older copy it destroys them again while the words are there.
     */
    void forget(Instant now, Connection connection) throws SQLException {
        var first = dayOf(now).minus(KEPT).toString();
        for (var day : daysBefore(first, connection)) {
            seal.erase(subjectOf(LocalDate.parse(day)));
        }
        try (var delete = connection.prepareStatement("DELETE FROM SearchedWords WHERE day < ?")) {
            delete.setString(1, first);
            delete.executeUpdate();
        }
    }

    private static List<String> daysBefore(String first, Connection connection) throws SQLException {
        var days = new ArrayList<String>();
        try (var select = connection.prepareStatement("SELECT DISTINCT day FROM SearchedWords WHERE day < ?")) {
            select.setString(1, first);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(row.getString(1));
                }
            }
        }
        return days;
    }
}
