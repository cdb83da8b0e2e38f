package org.conductregister.claims;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.conductregister.entries.DuplicateMarkings;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.engine.AppendGuard;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Correction;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.Reference;

/**
 * Keeps which case has which reference of its force, which records are duplicates of which, and which cases name which officer.
 * Thread-safe.
 */
public final class RecordClaims implements AppendGuard {

    private static final String REFERENCES = """
            CREATE TABLE IF NOT EXISTS CaseReference (
                force VARCHAR(64) NOT NULL, reference VARCHAR(255) NOT NULL, holder VARCHAR(255) NOT NULL,
                PRIMARY KEY (force, reference))""";
    private static final String HOLDERS = "CREATE INDEX IF NOT EXISTS CaseReferenceHolder ON CaseReference (holder)";
    private static final String DUPLICATES = """
            CREATE TABLE IF NOT EXISTS DuplicateRecord (
                duplicate VARCHAR(255) NOT NULL PRIMARY KEY, original VARCHAR(255) NOT NULL)""";
    private static final String ORIGINALS =
            "CREATE INDEX IF NOT EXISTS DuplicateRecordOriginal ON DuplicateRecord (original)";

    private static final String NUMBERS = "CREATE INDEX IF NOT EXISTS CaseReferenceNumber ON CaseReference (reference)";

    /** Every record that ever stated a reference, or was marked a duplicate. */
    private static final String CLAIMANTS = """
            SELECT DISTINCT aggregateIdentifier FROM DomainEventEntry
            WHERE payloadType IN ('entry.corrected', 'case.marked-duplicate', 'officer.marked-duplicate')
                OR (payloadType = 'case.opened' AND payload LIKE '%"reference"%')""";

    private final DataSource dataSource;

    /** The most references that are looked up at once. */
    private static final int SOUGHT_AT_ONCE = 500;

    /** @param dataSource of the log's database */
    public RecordClaims(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The case of a force that has a reference, however its letters are capitalised; empty where none has. One look-up. */
    public Optional<CaseId> holderOf(ForceCode force, Reference reference) {
        try (Connection connection = dataSource.getConnection()) {
            return holder(connection, force, reference)
                    .map(holder -> new CaseId(RecordId.parse(holder).id()));
        } catch (SQLException e) {
            throw new IllegalStateException("The references of cases could not be read", e);
        }
    }

    /**
     * A reference that a case has.
     *
     * @param reference in the form in which two ways to write it are the same
     */
    public record Held(String force, String reference, RecordId holder) {}

    /** The cases, of any force, that have any of some references; in no order. One look-up for each 500 of them. */
    public List<Held> heldOf(Collection<Reference> references) {
        var sought = references.stream().map(Reference::comparable).distinct().toList();
        var held = new ArrayList<Held>();
        try (Connection connection = dataSource.getConnection()) {
            for (int from = 0; from < sought.size(); from += SOUGHT_AT_ONCE) {
                addHeld(connection, sought.subList(from, Math.min(from + SOUGHT_AT_ONCE, sought.size())), held);
            }
            return held;
        } catch (SQLException e) {
            throw new IllegalStateException("The references of cases could not be read", e);
        }
    }

    private static void addHeld(Connection connection, List<String> sought, List<Held> held) throws SQLException {
        var places = String.join(", ", Collections.nCopies(sought.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT force, reference, holder FROM CaseReference WHERE reference IN (" + places + ")")) {
            set(statement, sought.toArray(String[]::new));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    held.add(new Held(rows.getString(1), rows.getString(2), RecordId.parse(rows.getString(3))));
                }
            }
        }
    }

    /** The cases, of any force, that have a reference; in order of their forces. One look-up. */
    public List<CaseId> holdersOf(Reference reference) {
        return read(
                "SELECT holder FROM CaseReference WHERE reference = ? ORDER BY force, holder",
                holder -> new CaseId(RecordId.parse(holder).id()),
                reference.comparable());
    }

    /** The numbers that are now duplicates of an officer's, in no order. One look-up. */
    public List<OfficerId> duplicatesOf(OfficerId officer) {
        return read(
                "SELECT duplicate FROM DuplicateRecord WHERE original = ?",
                duplicate -> new OfficerId(RecordId.parse(duplicate).id()),
                RecordId.of(officer).toString());
    }

    /** The officer whom a number that is a duplicate is known as; empty for any other. One look-up. */
    public Optional<OfficerId> originalOf(OfficerId officer) {
        return read(
                        "SELECT original FROM DuplicateRecord WHERE duplicate = ?",
                        original -> new OfficerId(RecordId.parse(original).id()),
                        RecordId.of(officer).toString())
                .stream()
                .findFirst();
    }

    /** The cases of which an entry names an officer, or once did, in no order. One look-up. */
    public List<CaseId> casesNaming(OfficerId officer) {
        return read(
                NamedOfficers.SELECT_CASES,
                holder -> new CaseId(RecordId.parse(holder).id()),
                officer.value());
    }

    private <T> List<T> read(String select, Function<String, T> of, String parameter) {
        try (Connection connection = dataSource.getConnection()) {
            return firstOfEach(connection, select, parameter).stream().map(of).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("What is kept of cases and officers could not be read", e);
        }
    }

    @Override
    public boolean concerns(Object fact) {
        return mayClaim(fact) || NamedOfficers.isNamedBy(fact);
    }

    /** Whether a fact may state something that another record can stand against. */
    public static boolean mayClaim(Object fact) {
        return fact instanceof Correction || (fact instanceof CaseOpened opened && opened.reference() != null);
    }

    @Override
    public boolean isPrepared(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(null, connection.getSchema(), null, new String[] {"TABLE"})) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(NamedOfficers.TABLE)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public void prepare(Connection transaction, Streams streams) throws SQLException {
        for (var statement : List.of(REFERENCES, HOLDERS, NUMBERS, DUPLICATES, ORIGINALS)) {
            execute(transaction, statement);
        }
        for (var claimant : firstOfEach(transaction, CLAIMANTS)) {
            release(transaction, RecordId.parse(claimant));
            claimWhatStands(transaction, streams, RecordId.parse(claimant));
        }
        NamedOfficers.prepare(transaction);
    }

    @Override
    public void check(Connection transaction, Streams streams, List<Appended> appended) throws SQLException {
        NamedOfficers.name(transaction, appended);
        var corrected = new LinkedHashSet<String>();
        for (var event : appended) {
            if (event.fact() instanceof Correction) {
                corrected.add(event.aggregateIdentifier());
            }
        }
        for (var record : corrected) {
            release(transaction, RecordId.parse(record));
        }
        for (var event : appended) {
            if (event.fact() instanceof CaseOpened opened && !corrected.contains(event.aggregateIdentifier())) {
                claim(transaction, RecordId.parse(event.aggregateIdentifier()), opened);
            }
        }
        for (var record : corrected) {
            claimWhatStands(transaction, streams, RecordId.parse(record));
        }
    }

    /** Gives up all that a record claims. */
    private static void release(Connection transaction, RecordId record) throws SQLException {
        update(transaction, "DELETE FROM CaseReference WHERE holder = ?", record.toString());
        update(transaction, "DELETE FROM DuplicateRecord WHERE duplicate = ?", record.toString());
    }

    private static void claimWhatStands(Connection transaction, Streams streams, RecordId record) throws SQLException {
        if (record.kind() == RecordKind.RECOMMENDATION) {
            return;
        }
        var history = historyOf(streams, record);
        var marking = history.markedDuplicate();
        if (marking != null) {
            mark(transaction, streams, record, DuplicateMarkings.original(marking));
            return;
        }
        for (var entry : history.inEffect()) {
            if (entry.fact() instanceof CaseOpened opened) {
                claim(transaction, record, opened);
            }
        }
    }

    private static History historyOf(Streams streams, RecordId record) throws SQLException {
        var entries = new ArrayList<Logged>();
        for (var event : streams.of(record.toString())) {
            entries.add(new Logged(EntryId.of(event.entryId()), (Fact) event.fact()));
        }
        return new History(entries);
    }

    private static void claim(Connection transaction, RecordId record, CaseOpened opened) throws SQLException {
        var reference = opened.reference();
        if (reference == null) {
            return;
        }
        var holder = holder(transaction, opened.force(), reference);
        if (holder.isPresent() && !holder.get().equals(record.toString())) {
            throw ClashException.referenceTaken(record, RecordId.parse(holder.get()), reference);
        }
        if (holder.isEmpty()) {
            update(
                    transaction,
                    "INSERT INTO CaseReference (force, reference, holder) VALUES (?, ?, ?)",
                    opened.force().value(),
                    reference.comparable(),
                    record.toString());
        }
    }

    private static void mark(Connection transaction, Streams streams, RecordId record, RecordId original)
            throws SQLException {
        var of = historyOf(streams, original);
        if (original.kind() == RecordKind.CASE
                && of.inEffect().stream().noneMatch(entry -> entry.fact() instanceof CaseOpened)) {
            throw clash(Clash.Kind.DUPLICATE_OF_UNKNOWN, record, original, original.id());
        }
        var marked = of.markedDuplicate();
        if (marked != null) {
            var known = DuplicateMarkings.original(marked);
            throw clash(Clash.Kind.DUPLICATE_OF_DUPLICATE, record, original, known.id());
        }
        var naming = first(
                transaction, "SELECT duplicate FROM DuplicateRecord WHERE original = ? LIMIT 1", record.toString());
        if (naming.isPresent()) {
            throw clash(Clash.Kind.HAS_DUPLICATES, record, RecordId.parse(naming.get()), record.id());
        }
        update(
                transaction,
                "INSERT INTO DuplicateRecord (duplicate, original) VALUES (?, ?)",
                record.toString(),
                original.toString());
    }

    private static Optional<String> holder(Connection connection, ForceCode force, Reference reference)
            throws SQLException {
        return first(
                connection,
                "SELECT holder FROM CaseReference WHERE force = ? AND reference = ?",
                force.value(),
                reference.comparable());
    }

    private static ClashException clash(Clash.Kind kind, RecordId record, RecordId other, String what) {
        return new ClashException(new Clash(kind, record, other, what));
    }

    private static Optional<String> first(Connection connection, String select, String... parameters)
            throws SQLException {
        return firstOfEach(connection, select, parameters).stream().findFirst();
    }

    private static Set<String> firstOfEach(Connection connection, String select, String... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            set(statement, parameters);
            var found = new LinkedHashSet<String>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    private static void update(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, String... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
