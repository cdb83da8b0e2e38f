package org.conductregister.standalone;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.conductregister.platform.Background;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The store of the views where no MongoDB is configured: in memory, made again from the events at each start. (Its
 * backend on disk loses acknowledged writes when the process is killed.)
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.mongodb.uri", matchIfMissing = true, havingValue = "embedded")
class EmbeddedViews {

    /** Most of what it is asked to do is to write for views that follow the log: it gives way as they do. */
    @Bean(destroyMethod = "shutdownNow")
    MongoServer embeddedMongo() {
        MongoServer server = new MongoServer(new MemoryBackend());
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var starter = Executors.newSingleThreadExecutor(Background.threads("mongo-server-start"))) {
            CompletableFuture.runAsync(() -> server.bind(address), starter).join();
        }
        return server;
    }

    @Bean
    MongoConnectionDetails embeddedMongoConnection(MongoServer server) {
        int port = server.getLocalAddress().getPort();
        return () -> new ConnectionString("mongodb://127.0.0.1:" + port + "/register");
    }
}
