package org.conductregister.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class QuickIdentifiersTest {

    @Test
    void axonTakesItsIdentifiersFromHere() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(QuickIdentifiers.class);
    }

    @Test
    void noTwoAreTheSame() {
        var identifiers = Stream.generate(new QuickIdentifiers()::generateIdentifier);

        assertThat(identifiers.limit(10_000).map(UUID::fromString)).doesNotHaveDuplicates();
    }
}
