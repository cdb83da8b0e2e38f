package org.conductregister.eventstore.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.stored.StoredEvent;

/**
 * A process of its own that appends until it is killed, and says what it has been told: {@code recorded} for each append
 * that was acknowledged, {@code seen} for each event that a reader was shown.
 */
final class AppendingProcess {

    private AppendingProcess() {}

    public static void main(String[] arguments) {
        HikariDataSource database = Store.pool(Store.sqliteUrl(Path.of(arguments[0])));
        OrderedEventStorageEngine engine = Store.engine(database, Clock.systemUTC());
        long start = engine.log().lastPosition();
        Thread.ofPlatform().start(() -> read(engine.log(), start));
        for (int writer = 0; writer < 4; writer++) {
            String pigeon = start + "-" + writer;
            Thread.ofPlatform().start(() -> write(engine, pigeon));
        }
    }

    private static void read(EventLog log, long start) {
        long position = start;
        while (true) {
            for (StoredEvent event : log.after(position, 1_000)) {
                position = event.position();
                say("seen " + position + " " + event.entryId());
            }
        }
    }

    /** Large appends, for they are visible for long before they are on disk. */
    private static void write(OrderedEventStorageEngine engine, String pigeon) {
        for (long sequence = 0; true; sequence += 500) {
            List<DomainEventMessage<?>> append = LongStream.range(sequence, sequence + 500)
                    .<DomainEventMessage<?>>mapToObj(next -> TestFact.seen(pigeon, next))
                    .toList();
            engine.appendEvents(append);
            append.forEach(event -> say("recorded - " + event.getIdentifier()));
        }
    }

    /** One write a line, so that a kill cuts none in two. Ends the process where nobody listens any more. */
    private static void say(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        System.out.write(bytes, 0, bytes.length);
        if (System.out.checkError()) {
            Runtime.getRuntime().halt(1);
        }
    }
}
