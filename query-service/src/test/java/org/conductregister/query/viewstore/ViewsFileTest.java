package org.conductregister.query.viewstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsFileTest {

    private static final int PAGE = 4_096;

    @TempDir
    Path directory;

    private Path path;

    @BeforeEach
    void name() {
        path = directory.resolve("a directory?").resolve("views.db");
    }

    @Test
    void whatWasWrittenIsThereAtTheNextStart() {
        try (var views = new ViewsFile(path)) {
            move(views, 7);
        }

        try (var views = new ViewsFile(path)) {
            assertThat(positions(views)).isEqualTo(1);
        }
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        try (var views = new ViewsFile(path)) {
            assertThatThrownBy(() -> views.write(connection -> {
                        connection.createStatement().executeUpdate("INSERT INTO Head VALUES ('one', 1, 1)");
                        throw new IllegalStateException("something else fails");
                    }))
                    .hasMessage("something else fails");

            assertThat(positions(views)).isZero();
        }
    }

    @Test
    void aFileThatIsNotOneIsReplaced() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "This is no file of SQLite, and long enough to be looked at. ".repeat(100));

        try (var views = new ViewsFile(path)) {
            assertThat(positions(views)).isZero();
            move(views, 7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_version", "application_id"})
    void aFileOfAnotherVersionOrProgramIsReplaced(String pragma) throws SQLException {
        try (var views = new ViewsFile(path)) {
            move(views, 7);
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path.toUri())) {
            connection.createStatement().execute("PRAGMA " + pragma + " = 77");
        }

        try (var views = new ViewsFile(path)) {
            assertThat(positions(views)).isZero();
        }
    }

    @Test
    void damageIsToldOnceAndTheFileCanBeReplacedWhileItIsRead() throws Exception {
        try (var views = new ViewsFile(path)) {
            for (int i = 0; i < 2_000; i++) {
                move(views, i);
            }
        }
        zeroAllButTheFirstPages(8);

        try (var views = new ViewsFile(path)) {
            var told = new AtomicInteger();
            views.onDamage(told::incrementAndGet);
            assertThatThrownBy(() -> sum(views)).isInstanceOf(ViewsDamagedException.class);
            assertThatThrownBy(() -> sum(views)).isInstanceOf(ViewsDamagedException.class);
            assertThat(told).hasValue(1);

            views.recreate();
            move(views, 7);
            assertThat(positions(views)).isEqualTo(1);
        }
    }

    private void zeroAllButTheFirstPages(int first) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            assertThat(file.length()).isGreaterThan((first + 8L) * PAGE);
            file.seek((long) first * PAGE);
            file.write(new byte[(int) file.length() - first * PAGE]);
        }
    }

    private static void move(ViewsFile views, int number) {
        int unused = views.write(connection -> connection
                .createStatement()
                .executeUpdate("INSERT INTO Head VALUES ('view-%d', %d, 1)".formatted(number, number)));
    }

    private static int positions(ViewsFile views) {
        return number(views, "SELECT count(*) FROM Head");
    }

    private static int sum(ViewsFile views) {
        return number(views, "SELECT sum(position) FROM Head");
    }

    private static int number(ViewsFile views, String sql) {
        return views.read(connection -> {
            try (var row = connection.createStatement().executeQuery(sql)) {
                row.next();
                return row.getInt(1);
            }
        });
    }
}
