package org.conductregister.platform.users;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.conductregister.integrity.moving.LogTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names behind the ids that entries are recorded by, so that they move with the log: of users who are kept here, of persons whom
 * an identity provider described, and of those whose names came with the log. Passwords, roles and forces do not move: who
 * may do what is said anew in each register.
 */
final class PersonNames implements LogTable {

    private final Users users;
    private final @Nullable KnownPersons elsewhere;
    private final MovedNames moved;

    PersonNames(Users users, @Nullable KnownPersons elsewhere, MovedNames moved) {
        this.users = users;
        this.elsewhere = elsewhere;
        this.moved = moved;
    }

    @Override
    public String name() {
        return "PersonName";
    }

    @Override
    public void create() {
        moved.create();
    }

    /** In order of the ids. */
    @Override
    public void read(Connection connection, Consumer<ObjectNode> row) {
        all().forEach((person, name) -> row.accept(
                JsonMapper.shared().createObjectNode().put("person", person).put("name", name)));
    }

    private Map<String, String> all() {
        var names = new TreeMap<>(moved.all());
        if (elsewhere != null) {
            names.putAll(elsewhere.names());
        }
        for (User user : users.all()) {
            if (!user.trial()) {
                names.put(user.id(), user.person().name());
            }
        }
        return names;
    }

    @Override
    public void write(Connection transaction, JsonNode row) throws SQLException {
        moved.add(
                transaction,
                row.required("person").asString(),
                row.required("name").asString());
    }

    /** Rows are numbered by the database. */
    @Override
    public void complete(Connection transaction) {}
}
