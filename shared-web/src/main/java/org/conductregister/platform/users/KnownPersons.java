package org.conductregister.platform.users;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.conductregister.platform.AppendedTable;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The persons for whom an identity provider has vouched, as it last described each. They are kept beside the log: their names are
 * shown with what they recorded, whoever asks and after every restart, and an import that is resumed is judged by what its sender
 * may see. A description is recorded when it differs from the last, and no more than once a minute for one person. Reading asks
 * the database once in five seconds at most for one person. Thread-safe.
 */
public final class KnownPersons {

    private static final Duration READ_AGAIN = Duration.ofSeconds(5);
    private static final Duration WRITE_AGAIN = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    private static final String COLUMNS = "person, name, roles, forces, officer";

    private final AppendedTable table;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * @param person as described here last, or read from the table
     * @param recorded as the table has them
     * @param readAt when the table was read
     * @param recordedAt when they were recorded here; the epoch where they were not
     */
    private record Known(Optional<Person> person, Optional<Person> recorded, Instant readAt, Instant recordedAt) {}

    public KnownPersons(JdbcTemplate jdbc, Clock clock) {
        this.table = new AppendedTable(jdbc, "KnownPerson", """
                person VARCHAR(255) NOT NULL,
                name VARCHAR(1000) NOT NULL,
                roles VARCHAR(255) NOT NULL,
                forces TEXT NOT NULL,
                officer VARCHAR(64) NOT NULL\
                """, "person", "Person");
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the person; empty where nobody whom the provider vouched for has the id. */
    public Optional<Person> person(String id) {
        return known(id).person();
    }

    /**
     * Keeps a person as described now. Where the description has their id in the place of a name, a name that is known stays.
     *
     * @return the person as kept
     */
    public Person remember(Person described) {
        var before = known(described.id());
        var person = named(described, before.person());
        if (before.recorded().equals(Optional.of(person))) {
            known.put(
                    person.id(),
                    new Known(Optional.of(person), before.recorded(), before.readAt(), before.recordedAt()));
        } else {
            record(person, before);
        }
        return person;
    }

    private static Person named(Person described, Optional<Person> before) {
        return described.name().equals(described.id()) && before.isPresent()
                ? new Person(
                        described.id(),
                        before.get().name(),
                        described.roles(),
                        described.forces(),
                        described.officerId())
                : described;
    }

    private void record(Person person, Known before) {
        var now = clock.instant();
        boolean soon = isSoon(before, now);
        if (!soon) {
            table.create();
            table.append(COLUMNS, now, person.id(), rowOf(person));
        }
        var recorded = soon ? before.recorded() : Optional.of(person);
        known.put(person.id(), new Known(Optional.of(person), recorded, now, soon ? before.recordedAt() : now));
    }

    /** Whether the last description was recorded here less than a minute ago. */
    private static boolean isSoon(Known known, Instant now) {
        return known.recordedAt().plus(WRITE_AGAIN).isAfter(now);
    }

    private Known known(String id) {
        var now = clock.instant();
        var in = known.get(id);
        if (in != null && in.readAt().plus(READ_AGAIN).isAfter(now)) {
            return in;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        var read = read(id);
        var newerHere = in != null && !in.person().equals(in.recorded()) && isSoon(in, now) ? in.person() : read;
        var kept = new Known(newerHere, read, now, in == null ? Instant.EPOCH : in.recordedAt());
        known.put(id, kept);
        return kept;
    }

    private Optional<Person> read(String id) {
        return table.exists()
                ? jdbc
                        .query(
                                "SELECT %s FROM KnownPerson WHERE person = ? ORDER BY id DESC LIMIT 1"
                                        .formatted(COLUMNS),
                                (row, number) -> personOf(row),
                                id)
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    /** Reads the last name of each, by their ids. */
    Map<String, String> names() {
        var names = new TreeMap<String, String>();
        if (table.exists()) {
            jdbc.query("SELECT person, name FROM KnownPerson ORDER BY id", row -> {
                names.put(row.getString(1), row.getString(2));
            });
        }
        return names;
    }

    private static Object[] rowOf(Person person) {
        return new Object[] {
            person.id(),
            person.name(),
            person.roles().stream().map(Role::name).collect(joining(" ")),
            person.forces().stream().map(ForceCode::value).collect(joining(" ")),
            person.officerId() == null ? "" : person.officerId().value()
        };
    }

    private static Person personOf(ResultSet row) throws SQLException {
        var officer = row.getString(5);
        return new Person(
                row.getString(1),
                row.getString(2),
                words(row.getString(3)).map(Role::valueOf).collect(toCollection(() -> EnumSet.noneOf(Role.class))),
                words(row.getString(4)).map(ForceCode::new).collect(toCollection(TreeSet::new)),
                officer.isEmpty() ? null : new OfficerId(officer));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
