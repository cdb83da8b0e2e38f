package org.conductregister.query.projections;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.conductregister.entries.FactType;
import org.jspecify.annotations.Nullable;

/**
 * An entry that a view does not show: a dead letter, or an entry that waits behind one.
 *
 * @param id of the entry
 * @param record whose it is, as {@code case/LAN-2012-0007}
 * @param cause why the view could not take it in; null where it waits for an earlier one of its record
 * @param triedAt when it was last tried
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParkedEntry(
        String id,
        long position,
        String record,
        String type,
        @Nullable String cause,
        Instant since,
        Instant triedAt) {

    static ParkedEntry of(DeadLetter<? extends EventMessage<?>> letter) {
        var entry = EntryHandler.entryOf(letter.message());
        return new ParkedEntry(
                entry.entry().entryId().toString(),
                entry.position(),
                entry.entry().record().toString(),
                FactType.of(entry.entry().fact()).name(),
                letter.cause().map(ParkedEntry::words).orElse(null),
                letter.enqueuedAt(),
                letter.lastTouched());
    }

    private static String words(Cause cause) {
        return cause.type() + ": " + cause.message();
    }
}
