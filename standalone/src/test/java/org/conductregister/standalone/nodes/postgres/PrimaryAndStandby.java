package org.conductregister.standalone.nodes.postgres;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;

/** Two servers, the second of which has everything that the first acknowledges (synchronous replication). */
final class PrimaryAndStandby implements Postgres {

    private static final String STANDBY = "standby";
    private static final Duration TO_FOLLOW = Duration.ofMinutes(1);

    private final Path directory;
    private final List<Integer> ports;
    private volatile PostgresServer primary;
    private PostgresServer standby;

    private PrimaryAndStandby(Path directory, PostgresServer primary, PostgresServer standby) {
        this.directory = directory;
        this.ports = List.of(primary.port(), standby.port());
        this.primary = primary;
        this.standby = standby;
    }

    static PrimaryAndStandby start(PostgresPrograms programs) throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("postgres-");
        if (PostgresPrograms.isRoot()) {
            var users = directory.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(directory, users.lookupPrincipalByName(PostgresPrograms.USER));
        }
        var both = new PrimaryAndStandby(
                directory,
                new PostgresServer(programs, directory, "one"),
                new PostgresServer(programs, directory, "other"));
        both.primary.create();
        both.follow();
        return both;
    }

    /** Makes the standby anew; from then on the primary acknowledges only what both have. */
    private void follow() throws IOException, InterruptedException {
        standby.createAsStandbyOf(primary, STANDBY);
        execute("ALTER SYSTEM SET synchronous_standby_names = '%s'".formatted(STANDBY));
        execute("SELECT pg_reload_conf()");
        awaitFollowed();
    }

    private void awaitFollowed() {
        await("a synchronous standby, see " + directory)
                .atMost(TO_FOLLOW)
                .ignoreExceptions()
                .until(() ->
                        valueOf("SELECT sync_state FROM pg_stat_replication").equals("sync"));
    }

    @Override
    public List<Integer> ports() {
        return ports;
    }

    @Override
    public DataSource database() {
        return primary.database();
    }

    @Override
    public boolean hasStandby() {
        return true;
    }

    @Override
    public void killPrimary() throws IOException, InterruptedException {
        primary.kill();
        primary.start();
        awaitFollowed();
    }

    @Override
    public void promoteStandby() throws IOException, InterruptedException {
        primary.kill();
        standby.promote();
        var killed = primary;
        primary = standby;
        standby = killed;
        follow();
    }

    @Override
    public void killStandby() throws IOException {
        standby.kill();
    }

    @Override
    public void startStandby() throws IOException, InterruptedException {
        standby.start();
        awaitFollowed();
    }

    @Override
    public void close() throws IOException {
        try {
            standby.stop();
            primary.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(directory);
    }
}
