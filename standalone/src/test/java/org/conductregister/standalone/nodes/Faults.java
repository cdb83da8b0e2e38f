package org.conductregister.standalone.nodes;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Faults that befall the nodes and their stores, one after another, the same ones for the same seed. */
final class Faults {

    /** The kinds of fault. */
    enum Kind {
        /** A node is killed, and started again a while later. */
        NODE_KILLED,
        /** A node is ended as a service manager does, and started again. */
        NODE_ENDED,
        /** A node's process is stopped (SIGSTOP), and goes on a while later where it was. */
        NODE_STOPPED,
        /** A node cannot reach PostgreSQL; nothing is closed, as with a cable that is pulled out. */
        NODE_CUT_OFF,
        /** A node's clock is five minutes ahead or behind for a while. */
        CLOCK_WRONG,
        /** MongoDB is away for up to 20 s. */
        MONGODB_GONE,
        /** PostgreSQL ends all sessions and takes no new ones, as where others have every connection that it gives. */
        CONNECTIONS_TAKEN,
        /** Somebody locks the log's table, so that each pool of connections fills with those that wait. */
        LOG_LOCKED,
        /** The primary of PostgreSQL is killed and started again. */
        PRIMARY_KILLED,
        /** The primary of PostgreSQL is killed for good, and its standby promoted. */
        STANDBY_PROMOTED,
        /** The standby of PostgreSQL is killed, and started again a while later: meanwhile no entry is acknowledged. */
        STANDBY_KILLED,
        /** Each node in turn is ended and started again, the others taking its calls: none must be refused. */
        ROLLING_RESTART
    }

    private static final int LONGEST_MILLIS = 12_000;
    private static final int MONGODB_GONE_MILLIS = 20_000;
    private static final int CLOCK_WRONG_SECONDS = 300;
    private static final Duration SHORT = Duration.ofMinutes(2);

    private final Cluster cluster;
    private final Random random;
    private final BooleanSupplier goOn;
    private final Set<Kind> leftOut;
    private final List<Kind> toCome = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();
    private volatile int rollingRestart;

    /** @param length how long the faults go on: those that take longer than a short one are left out of it */
    Faults(Cluster cluster, long seed, Duration length, BooleanSupplier goOn) {
        this.cluster = cluster;
        this.leftOut = leftOut(cluster, length);
        this.random = new Random(seed);
        this.goOn = goOn;
    }

    /** The number of the rolling restart under way, from 1; 0 where there is none. */
    int rollingRestart() {
        return rollingRestart;
    }

    /** The kinds that do not befall this cluster, for want of what makes them, or of time. */
    Set<Kind> leftOut() {
        return leftOut;
    }

    private static Set<Kind> leftOut(Cluster cluster, Duration length) {
        var kinds = EnumSet.noneOf(Kind.class);
        if (length.compareTo(SHORT) < 0) {
            kinds.add(Kind.ROLLING_RESTART);
        }
        if (cluster.hasTwoVersions()) {
            // of the others an earlier version may not be mended yet
            kinds.addAll(EnumSet.complementOf(EnumSet.of(Kind.ROLLING_RESTART)));
        }
        if (!cluster.postgres().hasStandby()) {
            kinds.addAll(Set.of(Kind.PRIMARY_KILLED, Kind.STANDBY_PROMOTED, Kind.STANDBY_KILLED));
        }
        return kinds;
    }

    void befall() throws Exception {
        while (goOn.getAsBoolean()) {
            pause(1_000 + random.nextInt(3_000));
            var kind = next();
            var nodes = random.nextBoolean() ? cluster.commands() : cluster.queries();
            var node = nodes.get(random.nextInt(nodes.size()));
            int millis = 1_000 + random.nextInt(LONGEST_MILLIS);
            var since = System.nanoTime();
            befall(kind, node, millis);
            happened.add("%s %s %d ms".formatted(kind, node.name(), (System.nanoTime() - since) / 1_000_000));
        }
    }

    /** Each kind once, in an order of chance, then each once more in another. */
    private Kind next() {
        if (toCome.isEmpty()) {
            toCome.addAll(Set.of(Kind.values()));
            toCome.removeAll(leftOut);
            Collections.sort(toCome);
            Collections.shuffle(toCome, random);
        }
        return toCome.removeLast();
    }

    private void befall(Kind kind, Node node, int millis) throws Exception {
        switch (kind) {
            case NODE_KILLED -> {
                node.kill();
                pause(millis / 4);
                node.startAgain();
            }
            case NODE_ENDED -> {
                node.end();
                node.startAgain();
            }
            case NODE_STOPPED -> {
                node.signal("STOP");
                pause(millis);
                node.signal("CONT");
            }
            case NODE_CUT_OFF -> {
                node.cutOff(true);
                pause(millis);
                node.cutOff(false);
            }
            case CLOCK_WRONG -> setClockWrong(node, millis);
            case MONGODB_GONE -> {
                cluster.mongodb().gone(true);
                pause(Math.min(2 * millis, MONGODB_GONE_MILLIS));
                cluster.mongodb().gone(false);
            }
            case CONNECTIONS_TAKEN -> takeConnections(millis);
            case LOG_LOCKED -> lockLog(millis);
            case PRIMARY_KILLED -> cluster.postgres().killPrimary();
            case STANDBY_PROMOTED -> cluster.postgres().promoteStandby();
            case STANDBY_KILLED -> {
                cluster.postgres().killStandby();
                pause(millis);
                cluster.postgres().startStandby();
            }
            case ROLLING_RESTART -> restartInTurn();
        }
    }

    private void setClockWrong(Node node, int millis) throws IOException, InterruptedException {
        node.setClockAhead(random.nextBoolean() ? CLOCK_WRONG_SECONDS : -CLOCK_WRONG_SECONDS);
        pause(millis);
        node.setClockAhead(0);
    }

    private void takeConnections(int millis) throws InterruptedException {
        var postgres = cluster.postgres();
        postgres.execute("ALTER ROLE %s CONNECTION LIMIT 0".formatted(Cluster.ROLE));
        postgres.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '%s'".formatted(Cluster.ROLE));
        pause(millis);
        postgres.execute("ALTER ROLE %s CONNECTION LIMIT -1".formatted(Cluster.ROLE));
    }

    private void lockLog(int millis) throws SQLException, InterruptedException {
        try (Connection other = cluster.postgres().database().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE DomainEventEntry IN ACCESS EXCLUSIVE MODE");
            pause(millis);
            other.rollback();
        }
    }

    private void restartInTurn() throws Exception {
        cluster.awaitReady();
        rollingRestart = 1 + happened.size();
        try {
            cluster.restartInTurn();
        } finally {
            rollingRestart = 0;
        }
    }

    /** Lets a fault last. */
    private static void pause(int millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    /** All that has happened, in order. */
    List<String> happened() {
        return happened;
    }
}
