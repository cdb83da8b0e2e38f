package org.conductregister.query.projections.deadletters;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.viewstore.ViewsFile;
import org.jspecify.annotations.Nullable;

/** In the table {@code DeadLetter} of the file of the views. */
final class SqliteParkedPositions implements ParkedPositions {

    private final ViewsFile views;
    private final String view;

    SqliteParkedPositions(ViewsFile views, String view) {
        this.views = views;
        this.view = view;
    }

    /** Sets the parameters of a statement from the second on; the first is the name of the view. */
    @FunctionalInterface
    private interface Values {

        void set(PreparedStatement statement) throws SQLException;
    }

    @Override
    public void put(ParkedPosition letter) {
        change("""
                INSERT OR REPLACE INTO DeadLetter
                    (view, position, sequence, enqueuedAt, lastTouched, causeType, causeMessage)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", values -> {
            values.setLong(2, letter.position());
            values.setString(3, letter.sequence());
            values.setLong(4, microseconds(letter.enqueuedAt()));
            values.setLong(5, microseconds(letter.lastTouched()));
            values.setString(6, letter.causeType());
            values.setString(7, letter.causeMessage());
        });
    }

    @Override
    public void remove(long position) {
        change("DELETE FROM DeadLetter WHERE view = ? AND position = ?", values -> values.setLong(2, position));
    }

    @Override
    public void clear() {
        change("DELETE FROM DeadLetter WHERE view = ?", values -> {});
    }

    private void change(String sql, Values values) {
        int unused = views.write(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, view);
                values.set(statement);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public List<ParkedPosition> find(@Nullable String sequence) {
        return views.read(connection -> {
            try (var statement = connection.prepareStatement(
                    "SELECT position, sequence, enqueuedAt, lastTouched, causeType, causeMessage FROM DeadLetter"
                            + " WHERE view = ? AND sequence = coalesce(?, sequence) ORDER BY position")) {
                statement.setString(1, view);
                statement.setString(2, sequence);
                var letters = new ArrayList<ParkedPosition>();
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        letters.add(letter(row));
                    }
                }
                return letters;
            }
        });
    }

    private static ParkedPosition letter(ResultSet row) throws SQLException {
        return new ParkedPosition(
                row.getLong(1),
                row.getString(2),
                instant(row.getLong(3)),
                instant(row.getLong(4)),
                row.getString(5),
                row.getString(6));
    }

    private static long microseconds(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}
