package org.conductregister.platform.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.conductregister.platform.MovingClock;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import tools.jackson.databind.node.ObjectNode;

class PersonNamesTest {

    @TempDir
    Path directory;

    private final MovingClock clock = MovingClock.at("2026-03-04T05:06:07Z");

    /** The persons of a register. */
    private final class House {

        final JdbcTemplate jdbc;
        final KnownPersons known;
        final MovedNames moved;
        final Users users;
        final PersonNames names;

        House(String name) {
            jdbc = new JdbcTemplate(new DriverManagerDataSource("jdbc:sqlite:" + directory.resolve(name + ".db")));
            known = new KnownPersons(jdbc, clock);
            moved = new MovedNames(jdbc, clock);
            var passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
            users = new Users(
                    passwords.encode("trial"),
                    new UsersFile(directory.resolve(name + ".json")),
                    passwords,
                    known,
                    moved,
                    clock);
            names = new PersonNames(users, known, moved);
        }

        List<ObjectNode> rows() throws Exception {
            var rows = new ArrayList<ObjectNode>();
            try (Connection connection = jdbc.getDataSource().getConnection()) {
                names.read(connection, rows::add);
            }
            return rows;
        }

        void take(List<ObjectNode> rows) throws Exception {
            names.create();
            try (Connection connection = jdbc.getDataSource().getConnection()) {
                connection.setAutoCommit(false);
                for (ObjectNode row : rows) {
                    names.write(connection, row);
                }
                names.complete(connection);
                connection.commit();
            }
        }
    }

    private static Person person(String id, String name) {
        return new Person(id, name, Set.of(Role.HANDLER), Set.of(), null);
    }

    @Test
    void theNamesOfUsersAndOfPersonsOfAProviderMoveAndTheirRolesDoNot() throws Exception {
        var first = new House("first");
        first.users.put(new UserChange(person("jane", "Jane Doe"), false, null), "admin");
        first.known.remember(person("u-17", "Sam O’Brien"));
        var second = new House("second");
        second.take(first.rows());

        assertThat(second.users.name("jane")).isEqualTo("Jane Doe");
        assertThat(second.users.name("u-17")).isEqualTo("Sam O’Brien");
        assertThat(second.users.name("nobody")).isEqualTo("nobody");
        assertThat(second.users.person("jane")).isEmpty();
        assertThat(second.users.person("u-17")).isEmpty();
    }

    @Test
    void whatMovesOnIsTheSameAndWhoIsAUserHereHasTheNameThatTheyHaveHere() throws Exception {
        var first = new House("first");
        first.users.put(new UserChange(person("jane", "Jane Doe"), false, null), "admin");
        first.known.remember(person("u-17", "Sam O’Brien"));
        var second = new House("second");
        second.take(first.rows());
        assertThat(second.rows()).isEqualTo(first.rows());

        second.users.put(new UserChange(person("jane", "Jane Smith"), false, null), "admin");
        assertThat(second.users.name("jane")).isEqualTo("Jane Smith");
        assertThat(second.rows().getFirst().get("name").stringValue()).isEqualTo("Jane Smith");
    }
}
