package org.conductregister.standalone.nodes.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;

/** The one server of the tests, where PostgreSQL's own programs are not installed. It cannot be killed and started again. */
record OneServer(EmbeddedPostgres server) implements Postgres {

    private static final String NO_STANDBY = "There is no standby";

    static OneServer start() throws IOException {
        return new OneServer(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start());
    }

    @Override
    public List<Integer> ports() {
        return List.of(server.getPort());
    }

    @Override
    public DataSource database() {
        return server.getPostgresDatabase();
    }

    @Override
    public boolean hasStandby() {
        return false;
    }

    @Override
    public void killPrimary() {
        throw new UnsupportedOperationException("There are no programs to start it again with");
    }

    @Override
    public void promoteStandby() {
        throw new UnsupportedOperationException(NO_STANDBY);
    }

    @Override
    public void killStandby() {
        throw new UnsupportedOperationException(NO_STANDBY);
    }

    @Override
    public void startStandby() {
        throw new UnsupportedOperationException(NO_STANDBY);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
