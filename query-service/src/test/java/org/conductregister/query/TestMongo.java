package org.conductregister.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.UUID;

/** An empty MongoDB, in memory, spoken to over its wire protocol. */
public final class TestMongo implements AutoCloseable {

    private final Backend backend = new Backend();
    private final MongoServer server = new MongoServer(backend);
    private final String connectionString = server.bindAndGetConnectionString();
    private final MongoClient client = MongoClients.create(connectionString);

    public String connectionString() {
        return connectionString;
    }

    public MongoDatabase newDatabase() {
        return client.getDatabase("views-" + UUID.randomUUID());
    }

    /** Lets it write so many more times, and then answer to every write that it cannot. */
    public void failAfter(int writes) {
        backend.writesLeft = writes;
    }

    public void mend() {
        backend.writesLeft = Integer.MAX_VALUE;
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }

    private static final class Backend extends MemoryBackend {

        private volatile int writesLeft = Integer.MAX_VALUE;

        @Override
        public Document handleMessage(MongoMessage message) {
            var command = message.getDocument().keySet().iterator().next();
            if (command.equals("update") && writesLeft-- <= 0) {
                writesLeft = 0;
                throw new MongoServerException("the disk is full");
            }
            return super.handleMessage(message);
        }
    }
}
