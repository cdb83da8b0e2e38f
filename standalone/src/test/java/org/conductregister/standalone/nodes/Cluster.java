package org.conductregister.standalone.nodes;

import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.standalone.nodes.postgres.Postgres;
import org.jspecify.annotations.Nullable;

/** Two of each service, the PostgreSQL and the MongoDB that they share, and the ways between them. */
final class Cluster implements AutoCloseable {

    /** Who the nodes are to PostgreSQL. */
    static final String ROLE = "register_service";

    /** The port of a server that speaks MongoDB's protocol and has nothing of a register; null for the one of the tests. */
    private static final @Nullable Integer OTHER_MONGODB = Integer.getInteger("register.chaos.mongodb");

    static final Duration TO_START = Duration.ofMinutes(5);

    private static final String COMMAND_SERVICE = "command-service";
    private static final String QUERY_SERVICE = "query-service";
    private static final String PASSWORD = "several of each";

    /** Checkouts of which the services are built. */
    private record Versions(Path current, Optional<Path> before) {

        Path first() {
            return before.orElse(current);
        }
    }

    private final Path directory;
    private final Versions versions;
    private final Postgres postgres;
    private final Relay mongodb;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final List<Node> commands = new ArrayList<>();
    private final List<Node> queries = new ArrayList<>();
    private boolean upgraded;

    private Cluster(Path directory, Versions versions) throws IOException, InterruptedException {
        this.directory = directory;
        this.versions = versions;
        this.postgres = Postgres.start();
        running.add(postgres);
        postgres.execute("CREATE ROLE %s LOGIN".formatted(ROLE));
        postgres.execute("GRANT ALL ON SCHEMA public TO %s".formatted(ROLE));
        this.mongodb = new Relay(OTHER_MONGODB == null ? startMongo() : OTHER_MONGODB);
        running.add(mongodb);
    }

    private int startMongo() {
        var mongo = new MongoServer(new MemoryBackend());
        running.add(mongo::shutdownNow);
        return mongo.bind().getPort();
    }

    /**
     * Starts all of it.
     *
     * @param before a checkout of an earlier version with its services as packaged; the nodes are of that version until each is
     *     replaced
     */
    static Cluster start(Path directory, Optional<Path> before) throws IOException, InterruptedException {
        var cluster = new Cluster(directory, new Versions(Path.of(".."), before));
        try {
            cluster.startNode(COMMAND_SERVICE, "command-1", cluster.commands);
            cluster.awaitReady(); // which makes the master key that all share
            cluster.startNode(COMMAND_SERVICE, "command-2", cluster.commands);
            cluster.startNode(QUERY_SERVICE, "query-1", cluster.queries);
            cluster.startNode(QUERY_SERVICE, "query-2", cluster.queries);
            cluster.awaitReady();
            return cluster;
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void startNode(String service, String name, List<Node> kind) throws IOException {
        var events = new ArrayList<Relay>();
        for (int port : postgres.ports()) {
            events.add(new Relay(port));
        }
        var own = directory.resolve(name);
        var node = new Node(
                name,
                jar(versions.first(), service),
                directory,
                events,
                PASSWORD,
                List.of(
                        "--spring.datasource.url=" + url(events),
                        "--spring.mongodb.uri=mongodb://127.0.0.1:%d/register?serverSelectionTimeoutMS=3000&socketTimeoutMS=5000"
                                .formatted(mongodb.port()),
                        "--register.master-key=" + directory.resolve("master-key.json"),
                        "--register.search=" + own.resolve("search"),
                        "--register.checkpoints=" + own.resolve("checkpoints")));
        kind.add(node);
        running.add(node::remove);
    }

    /** Both servers, of which the primary is found: as docs/deployment.md says it. */
    private static String url(List<Relay> events) {
        return events.stream()
                .map(relay -> "127.0.0.1:" + relay.port())
                .collect(Collectors.joining(
                        ",",
                        "jdbc:postgresql://",
                        "/postgres?user=" + ROLE
                                + "&targetServerType=primary&hostRecheckSeconds=1&connectTimeout=5&socketTimeout=20"));
    }

    private static Path jar(Path checkout, String service) throws IOException {
        try (var jars = Files.newDirectoryStream(checkout.resolve(service).resolve("target"), "*-exec.jar")) {
            return jars.iterator().next();
        }
    }

    boolean hasTwoVersions() {
        return versions.before().isPresent();
    }

    List<Node> commands() {
        return commands;
    }

    List<Node> queries() {
        return queries;
    }

    List<Node> nodes() {
        return Stream.concat(queries.stream(), commands.stream()).toList();
    }

    Postgres postgres() {
        return postgres;
    }

    /** The way from all nodes to MongoDB. */
    Relay mongodb() {
        return mongodb;
    }

    /** Ends each node and starts it again, in the order of an upgrade; where there are two versions, as the other one. */
    void restartInTurn() throws IOException, InterruptedException {
        upgraded = !upgraded;
        for (var node : nodes()) {
            node.end();
            if (versions.before().isPresent()) {
                var version = upgraded ? versions.current() : versions.first();
                node.use(jar(version, commands.contains(node) ? COMMAND_SERVICE : QUERY_SERVICE));
            }
            node.startAgain();
            awaitReady(node);
        }
    }

    void awaitReady() {
        nodes().forEach(Cluster::awaitReady);
    }

    /** One that came up while its stores were away has ended, and is started again, as a service manager does. */
    private static void awaitReady(Node node) {
        await(node.name()).atMost(TO_START).pollInterval(Duration.ofMillis(200)).until(() -> {
            node.startAgain();
            return node.isReady();
        });
    }

    @Override
    public void close() throws IOException {
        for (var each : running.reversed()) {
            try {
                each.close();
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
