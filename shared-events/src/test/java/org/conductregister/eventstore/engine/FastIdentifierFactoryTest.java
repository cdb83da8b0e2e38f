package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class FastIdentifierFactoryTest {

    @Test
    void axonTakesItsIdentifiersFromHere() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(FastIdentifierFactory.class);
    }

    @Test
    void noTwoAreTheSame() {
        var identifiers = Stream.generate(new FastIdentifierFactory()::generateIdentifier);

        assertThat(identifiers.limit(10_000).map(UUID::fromString)).doesNotHaveDuplicates();
    }
}
