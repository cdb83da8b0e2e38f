package org.conductregister.command.entries;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.RefusedException;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.EntryIdTakenException;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.EntryId;
import org.conductregister.platform.Provenance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Logs entries and says where they were recorded. */
@Service
public class EntryLog {

    /** How often it is tried anew when another node records on the same record in the same moment. */
    private static final int ATTEMPTS = 5;

    private final CommandGateway commands;
    private final EventLog log;

    EntryLog(CommandGateway commands, EventLog log) {
        this.commands = commands;
        this.log = log;
    }

    /**
     * @param recorded in the order of the entries sent
     * @param version of the record afterwards
     */
    public record Receipt(List<Recorded> recorded, long version) {}

    /**
     * Logs all or nothing; durable on return. Entries that are recorded already are answered as the first time.
     *
     * @param expectedVersion the version that the caller decided on; null where any will do
     * @throws RefusedException when a rule refuses one; nothing was recorded
     */
    public Receipt log(RecordId record, List<Entry> entries, @Nullable Long expectedVersion, Provenance by) {
        var command = LogEntries.on(record, entries, expectedVersion);
        long version = send(command, by);
        return new Receipt(whereRecorded(entries), version);
    }

    private long send(LogEntries command, Provenance by) {
        for (int attempt = 1; ; attempt++) {
            try {
                return commands.<Long>sendAndWait(new GenericCommandMessage<>(command, by.metaData()));
            } catch (EntryIdTakenException e) {
                throw refused(command, e);
            } catch (ConcurrencyException e) {
                if (attempt == ATTEMPTS) {
                    throw new RefusedException(new Refusal.ConcurrentChange(), 0);
                }
            }
        }
    }

    private static RefusedException refused(LogEntries command, EntryIdTakenException taken) {
        var ids = command.entries().stream()
                .map(entry -> entry.entryId().toString())
                .toList();
        int index = ids.indexOf(taken.entryIds().iterator().next());
        var entryId = command.entries().get(Math.max(index, 0)).entryId();
        return new RefusedException(new Refusal.EntryIdTaken(entryId), Math.max(index, 0));
    }

    private List<Recorded> whereRecorded(List<Entry> entries) {
        var ids = entries.stream().map(entry -> entry.entryId().toString()).toList();
        Map<EntryId, Recorded> found = log.recorded(ids).stream()
                .collect(Collectors.toMap(at -> EntryId.of(at.entryId()), Function.identity()));
        return entries.stream().map(entry -> found.get(entry.entryId())).toList();
    }
}
