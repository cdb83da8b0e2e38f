package org.conductregister.command.entries;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.conductregister.claims.Clash;
import org.conductregister.claims.ClashException;
import org.conductregister.command.decisions.Decision.Refused;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.RefusedException;
import org.conductregister.command.decisions.SightRules;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.Recorded;
import org.conductregister.eventstore.engine.EntryIdTakenException;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Correction;
import org.conductregister.platform.Provenance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Logs entries on a record, and returns the positions at which they were recorded. Thread-safe. */
@Service
public class EntryLog {

    /** The number of further attempts when another node records on the same record at the same moment. */
    private static final int ATTEMPTS = 10;

    private static final Logger log = LoggerFactory.getLogger(EntryLog.class);

    private final CommandGateway commands;
    private final Ledgers ledgers;
    private final EventLog events;
    private final Today today;
    private final CommandMeters meters;

    EntryLog(CommandGateway commands, Ledgers ledgers, EventLog events, Today today, CommandMeters meters) {
        this.meters = meters;
        this.today = today;
        this.commands = commands;
        this.ledgers = ledgers;
        this.events = events;
    }

    /**
     * The entries recorded by one call.
     *
     * @param recorded in the order of the entries sent
     * @param version of the record afterwards
     */
    public record Receipt(List<Recorded> recorded, long version) {}

    /**
     * Logs all entries or none; durable on return. For entries that are recorded already it returns their first positions.
     *
     * @param expectedVersion the version that the caller decided on; null where any will do
     * @throws RefusedException when a rule refuses one; nothing was recorded
     */
    public Receipt log(RecordId record, List<Entry> entries, @Nullable Long expectedVersion, Provenance by) {
        return meters.measure(record.kind(), () -> decide(record, entries, expectedVersion, by));
    }

    private Receipt decide(RecordId record, List<Entry> entries, @Nullable Long expectedVersion, Provenance by) {
        long version = by.sight().isEverything()
                ? send(LogEntries.on(record, entries, expectedVersion), by, SightRules.NONE)
                : sendInSight(record, entries, expectedVersion, by);
        return new Receipt(whereRecorded(entries), version);
    }

    /** Decides on the version that was found to be seen, so that nobody records on what was hidden meanwhile. */
    private long sendInSight(RecordId record, List<Entry> entries, @Nullable Long expectedVersion, Provenance by) {
        var rules = ledgers.rules(by.sight());
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            for (int i = 0; i < entries.size(); i++) {
                var refusal = rules.refusal(record, entries.get(i).fact());
                if (refusal != null) {
                    throw new RefusedException(refusal, i);
                }
            }
            var ledger = ledgers.of(record);
            if (!rules.see(record, ledger.entries())) {
                throw asIfItHadNeverBeen(record, entries, expectedVersion);
            }
            long decidedOn = expectedVersion == null ? ledger.version() : expectedVersion;
            try {
                return send(LogEntries.on(record, entries, decidedOn), by, rules);
            } catch (RefusedException e) {
                if (expectedVersion != null || !(e.refusal() instanceof Refusal.VersionStale)) {
                    throw new RefusedException(rules.told(e.refusal()), e.index());
                }
            }
        }
        throw new RefusedException(new Refusal.ConcurrentChange(), 0);
    }

    private RefusedException asIfItHadNeverBeen(RecordId record, List<Entry> entries, @Nullable Long expectedVersion) {
        if (expectedVersion != null && expectedVersion != 0) {
            return new RefusedException(new Refusal.VersionStale(0), 0);
        }
        var decisions = ledgers.empty(record.kind()).decide(entries, today.day());
        for (int i = 0; i < decisions.size(); i++) {
            if (decisions.get(i) instanceof Refused refused) {
                return new RefusedException(refused.refusal(), i);
            }
        }
        return new RefusedException(SightRules.numberTaken(record), 0);
    }

    private long send(LogEntries command, Provenance by, SightRules rules) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return commands.<Long>sendAndWait(new GenericCommandMessage<>(command, by.metaData()));
            } catch (ClashException e) {
                throw new RefusedException(rules.refusal(e.clash()), indexOf(e.clash(), command));
            } catch (EntryIdTakenException e) {
                refuseIfTakenElsewhere(command);
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                log.debug("Another node recorded on {} first; decided anew", command.record(), e);
            }
        }
        throw new RefusedException(new Refusal.ConcurrentChange(), 0);
    }

    /** The entry that is at fault: the one that states the reference, or the first correction. */
    private static int indexOf(Clash clash, LogEntries command) {
        for (int i = 0; i < command.entries().size(); i++) {
            var fact = command.entries().get(i).fact();
            boolean states = clash.kind() == Clash.Kind.REFERENCE_TAKEN
                    ? fact instanceof CaseOpened || fact instanceof Correction.OfAnEntry
                    : fact instanceof Correction;
            if (states) {
                return i;
            }
        }
        return 0;
    }

    /** On this record another node has just recorded it: whether it says the same is then decided anew. */
    private void refuseIfTakenElsewhere(LogEntries command) {
        ledgers.takenElsewhere(command.record(), command.entries()).stream()
                .findFirst()
                .ifPresent(entry -> {
                    var taken = new Refusal.EntryIdTaken(entry.entryId());
                    throw new RefusedException(taken, command.entries().indexOf(entry));
                });
    }

    private List<Recorded> whereRecorded(List<Entry> entries) {
        var ids = entries.stream().map(entry -> entry.entryId().toString()).toList();
        Map<String, Recorded> found =
                events.justRecorded(ids).stream().collect(Collectors.toMap(Recorded::entryId, Function.identity()));
        return ids.stream().map(found::get).toList();
    }
}
