package org.conductregister.integrity.moving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The instants of what is recorded beside the log. */
final class InstantsTable implements LogTable {

    @Override
    public String name() {
        return "LogInstant";
    }

    /** It is part of every event store. */
    @Override
    public void create() {}

    @Override
    public void read(Connection connection, Consumer<ObjectNode> row) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT instant FROM LogInstant ORDER BY instant");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                row.accept(JsonMapper.shared().createObjectNode().put("instant", rows.getLong(1)));
            }
        }
    }

    @Override
    public void write(Connection transaction, JsonNode row) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement("INSERT INTO LogInstant (instant) VALUES (?)")) {
            insert.setLong(1, row.required("instant").asLong());
            insert.executeUpdate();
        }
    }

    @Override
    public void complete(Connection transaction) {}
}
