package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.stored.FactSerializer;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.conductregister.eventstore.stored.StoredType;
import org.conductregister.eventstore.stored.UnknownStoredTypeException;
import org.conductregister.eventstore.stored.Upcasters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a fact that gets a field is read where it was stored before it had one. */
class UpcastingTest {

    /** The fact {@code pigeon.seen} from revision 2 on: it says where. */
    private record PigeonSeenSomewhere(LocalDate occurredOn, String colour, String place) {}

    private static final Map<StoredType, Class<?>> TODAY =
            Map.of(new StoredType("pigeon.seen", "2"), PigeonSeenSomewhere.class);

    private static final class PlaceOfPigeonSeen extends SingleEventUpcaster {
        private static final SimpleSerializedType BEFORE = new SimpleSerializedType("pigeon.seen", "1");
        private static final SimpleSerializedType AFTER = new SimpleSerializedType("pigeon.seen", "2");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(BEFORE);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(AFTER, JsonNode.class, fact -> ((ObjectNode) fact).put("place", "UNKNOWN"));
        }
    }

    @TempDir
    Path directory;

    private HikariDataSource database;

    @BeforeEach
    void store_facts_in_their_first_form() {
        database = Store.pool(Store.SQLITE.newUrl(directory));
        Store.engine(database, Clock.systemUTC())
                .appendEvents(List.of(TestFact.seen("Percy", 0), TestFact.seen("Percy", 1)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_older_form_is_read_as_todays() {
        OrderedEventStorageEngine engine = engine(new EventUpcasterChain(new PlaceOfPigeonSeen()));
        PigeonSeenSomewhere upcast = new PigeonSeenSomewhere(TestFact.DAY, "grey", "UNKNOWN");

        assertThat(engine.readEvents(null, false).<Object>map(Message::getPayload))
                .containsExactly(upcast, upcast);
        assertThat(engine.readEvents("pigeon/Percy").asStream().<Object>map(Message::getPayload))
                .containsExactly(upcast, upcast);
    }

    @Test
    void what_is_stored_stays_as_it_was() {
        OrderedEventStorageEngine engine = engine(new EventUpcasterChain(new PlaceOfPigeonSeen()));

        assertThat(engine.log().from(1, 10)).allSatisfy(event -> {
            assertThat(event.type()).isEqualTo(new StoredType("pigeon.seen", "1"));
            assertThat(event.payload()).doesNotContain("place");
        });
    }

    @Test
    void without_its_upcaster_an_older_form_stops_the_reader() {
        OrderedEventStorageEngine engine = engine(NoOpEventUpcaster.INSTANCE);

        assertThatExceptionOfType(UnknownStoredTypeException.class)
                .isThrownBy(() -> engine.readEvents(null, false).toList())
                .withMessageContaining("pigeon.seen revision 1");
    }

    @Test
    void while_no_form_has_changed_nothing_is_spent_on_it() {
        assertThat(Upcasters.chain()).isSameAs(NoOpEventUpcaster.INSTANCE);
    }

    private OrderedEventStorageEngine engine(EventUpcaster upcasters) {
        return new OrderedEventStorageEngine(
                database,
                new FactSerializer(JsonMapper.shared(), TODAY),
                upcasters,
                PayloadSeal.NONE,
                LogClock.own(Clock.systemUTC()),
                1_000,
                AppendLimits.USUAL,
                AppendGuard.NONE);
    }
}
