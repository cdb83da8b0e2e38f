package org.conductregister.query;

import com.mongodb.ConnectionString;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A store of views in memory, and the log that tests add to. */
@TestConfiguration(proxyBeanMethods = false)
public class TestStores {

    @Bean
    TestMongo testMongo() {
        return new TestMongo();
    }

    @Bean
    MongoConnectionDetails mongoConnection(TestMongo testMongo) {
        return () -> new ConnectionString(testMongo.connectionString() + "/" + testMongo.newName());
    }

    @Bean
    TestLog testLog(OrderedEventStorageEngine engine) {
        return new TestLog(engine);
    }
}
