package org.conductregister.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** An empty MongoDB, in memory, spoken to over its wire protocol. */
public final class TestMongo implements AutoCloseable {

    private final Backend backend = new Backend();
    private final MongoServer server = new MongoServer(backend);
    private final String connectionString = server.bindAndGetConnectionString();
    private final MongoClient client = MongoClients.create(connectionString);

    public String connectionString() {
        return connectionString;
    }

    public MongoDatabaseFactory newDatabase() {
        return new SimpleMongoClientDatabaseFactory(client, "views-" + UUID.randomUUID());
    }

    /** Lets it write so many more times, and then answer to every write that it cannot. */
    public void failAfter(int writes) {
        backend.writesLeft.set(writes);
    }

    public void mend() {
        backend.writesLeft.set(Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }

    private static final class Backend extends MemoryBackend {

        private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);

        @Override
        public Document handleMessage(MongoMessage message) {
            var command = message.getDocument().keySet().iterator().next();
            if (command.equals("update") && writesLeft.getAndDecrement() <= 0) {
                writesLeft.set(0);
                throw new MongoServerException("the disk is full");
            }
            return super.handleMessage(message);
        }
    }
}
