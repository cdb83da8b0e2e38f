package org.conductregister.query;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/**
 * A MongoDB, spoken to over its wire protocol: the one that {@value #URI} names, or one in memory. What is stored in it is
 * dropped in the end.
 */
public final class TestMongo implements AutoCloseable {

    private static final String URI = "REGISTER_TEST_MONGODB_URI";

    private final @Nullable MongoServer server;
    private final MongoRelay relay;
    private final MongoClient client;
    private final List<String> databases = new ArrayList<>();

    public TestMongo() {
        var uri = System.getenv(URI);
        server = uri == null ? new MongoServer(new MemoryBackend()) : null;
        relay = new MongoRelay(new ConnectionString(server == null ? uri : server.bindAndGetConnectionString()));
        client = MongoClients.create(relay.connectionString());
    }

    /** Without the name of a database. */
    public String connectionString() {
        return relay.connectionString();
    }

    /** The name of a database of its own. */
    public String newName() {
        var name = "views-" + UUID.randomUUID();
        databases.add(name);
        return name;
    }

    public MongoDatabaseFactory newDatabase() {
        return new SimpleMongoClientDatabaseFactory(client, newName());
    }

    /** Lets it write so many more times, and then breaks off the connection at every write. */
    public void failAfter(int writes) {
        relay.failAfter(writes);
    }

    public void mend() {
        relay.failAfter(Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        mend();
        databases.forEach(name -> client.getDatabase(name).drop());
        client.close();
        relay.close();
        if (server != null) {
            server.shutdownNow();
        }
    }
}
