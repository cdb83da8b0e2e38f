package org.conductregister.command.imports.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.conductregister.claims.Clash;
import org.conductregister.claims.ClashException;
import org.conductregister.claims.RecordClaims;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.SightRules;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.files.Journal;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.engine.EntryIdTakenException;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.facts.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records the corrections of many records, those of each judged by what they leave together. Of a record where one is at
 * fault the others are recorded.
 */
@Component
public class TogetherRecorder {

    private static final int ATTEMPTS = 20;

    private final OrderedEventStorageEngine engine;
    private final EventStore store;
    private final Ledgers ledgers;
    private final RecordClaims claims;
    private final Today today;

    TogetherRecorder(
            OrderedEventStorageEngine engine, EventStore store, Ledgers ledgers, RecordClaims claims, Today today) {
        this.engine = engine;
        this.store = store;
        this.ledgers = ledgers;
        this.claims = claims;
        this.today = today;
    }

    /** The entries of one record. */
    public record Group(RecordId record, List<Entry> entries) {}

    /** An entry that is not recorded. */
    public record NotRecorded(Entry entry, Refusal refusal) {}

    /**
     * The outcome of recording groups.
     *
     * @param recorded those recorded now, in order
     * @param repeated those that were recorded before
     */
    public record Outcome(List<Entry> recorded, List<Entry> repeated, List<NotRecorded> refused) {

        private Outcome and(Outcome other) {
            return new Outcome(
                    Stream.concat(recorded.stream(), other.recorded.stream()).toList(),
                    Stream.concat(repeated.stream(), other.repeated.stream()).toList(),
                    Stream.concat(refused.stream(), other.refused.stream()).toList());
        }
    }

    /**
     * Records groups; durable on return. The journal, if any, is told before.
     *
     * @param sight of whoever records
     */
    @SuppressWarnings("try") // the engine holds what is prefetched until it is closed
    public Outcome record(List<Group> groups, MetaData provenance, SightRules sight, @Nullable Journal journal) {
        for (int attempt = 1; ; attempt++) {
            var streams =
                    groups.stream().map(group -> group.record().toString()).toList();
            try (var prefetched = engine.prefetch(streams)) {
                return recordOnce(groups, provenance, sight, journal);
            } catch (ClashException e) {
                return groups.size() == 1
                        ? recordWithout(e.clash(), groups.getFirst(), provenance, sight, journal)
                        : recordApart(groups, provenance, sight, journal);
            } catch (ConcurrencyException | AggregateStreamCreationException | EntryIdTakenException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Records what no other case stands against; where a look-up does not find the clash, halves. */
    private Outcome recordApart(List<Group> groups, MetaData provenance, SightRules sight, @Nullable Journal journal) {
        var refused = clashing(groups, sight);
        if (refused.isEmpty()) {
            return recordHalves(groups, provenance, sight, journal);
        }
        var all = new ArrayList<NotRecorded>();
        var others = groups;
        while (!refused.isEmpty()) { // a case that keeps its reference may stand against another's
            all.addAll(refused);
            others = without(refused, others);
            refused = clashing(others, sight);
        }
        return new Outcome(List.of(), List.of(), all).and(record(others, provenance, sight, journal));
    }

    private List<NotRecorded> clashing(List<Group> groups, SightRules sight) {
        var entries = groups.stream().flatMap(group -> group.entries().stream()).toList();
        return BatchReferences.of(entries, claims).clashing(entries, sight);
    }

    private static List<Group> without(List<NotRecorded> refused, List<Group> groups) {
        var at = refused.stream().map(NotRecorded::entry).collect(Collectors.toSet());
        return groups.stream()
                .map(group -> new Group(
                        group.record(),
                        group.entries().stream()
                                .filter(entry -> !at.contains(entry))
                                .toList()))
                .toList();
    }

    private Outcome recordHalves(List<Group> groups, MetaData provenance, SightRules sight, @Nullable Journal journal) {
        int half = groups.size() / 2;
        return record(groups.subList(0, half), provenance, sight, journal)
                .and(record(groups.subList(half, groups.size()), provenance, sight, journal));
    }

    /** Refuses what another record stands against; of the others the rules say whether they may be without it. */
    private Outcome recordWithout(
            Clash clash, Group group, MetaData provenance, SightRules sight, @Nullable Journal journal) {
        var others = new ArrayList<Entry>();
        var refused = new ArrayList<NotRecorded>();
        for (var entry : group.entries()) {
            if (RecordClaims.mayClaim(entry.fact())) {
                refused.add(new NotRecorded(entry, sight.refusal(clash)));
            } else {
                others.add(entry);
            }
        }
        return new Outcome(List.of(), List.of(), refused)
                .and(record(List.of(new Group(group.record(), others)), provenance, sight, journal));
    }

    private Outcome recordOnce(List<Group> groups, MetaData provenance, SightRules sight, @Nullable Journal journal) {
        var outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var events = new ArrayList<DomainEventMessage<Fact>>();
        for (var group : groups) {
            var ledger = ledgers.of(group.record());
            var seen = inSight(group, ledger, sight, outcome.refused());
            var fresh =
                    seen.stream().filter(entry -> !ledger.has(entry.entryId())).toList();
            seen.stream().filter(entry -> ledger.has(entry.entryId())).forEach(outcome.repeated()::add);
            for (var entry : allowed(ledger, fresh, today.day(), outcome.refused())) {
                events.add(event(entry, ledger.version(), provenance));
                ledger.record(entry.entryId(), entry.fact());
                outcome.recorded().add(entry);
            }
        }
        if (journal != null) {
            journal.intend(events);
        }
        store.publish(events);
        return outcome;
    }

    /** The entries that whoever records may record; the others go to {@code refused}. */
    private List<Entry> inSight(Group group, Ledger<?> ledger, SightRules sight, List<NotRecorded> refused) {
        if (sight.areNone()) {
            return group.entries();
        }
        var never = ledgers.empty(group.record().kind());
        boolean sees = sight.see(group.record(), ledger.entries());
        var seen = new ArrayList<Entry>();
        for (var entry : group.entries()) {
            var refusal = sees
                    ? sight.refusal(group.record(), entry.fact())
                    : sight.refusalOnUnseen(group.record(), entry, never, today.day());
            if (refusal == null) {
                seen.add(entry);
            } else {
                refused.add(new NotRecorded(entry, refusal));
            }
        }
        return seen;
    }

    /** The entries that may be logged; the others go to {@code refused}. */
    public static List<Entry> allowed(Ledger<?> ledger, List<Entry> entries, LocalDate day, List<NotRecorded> refused) {
        var left = new ArrayList<>(entries);
        while (!left.isEmpty()) {
            var refusals = ledger.refusalsOfAll(left, day);
            if (refusals.isEmpty()) {
                return left;
            }
            var guilty = refusals.stream().filter(each -> each.index() >= 0).toList();
            if (guilty.isEmpty()) {
                return oneByOne(ledger, left, day, refused);
            }
            var out = new ArrayList<Entry>();
            for (var each : guilty) {
                var entry = left.get(each.index());
                if (!out.contains(entry)) {
                    out.add(entry);
                    refused.add(new NotRecorded(entry, each.refusal()));
                }
            }
            left.removeAll(out);
        }
        return left;
    }

    /** Returns as many, from the front, as can be logged together. */
    private static List<Entry> oneByOne(
            Ledger<?> ledger, List<Entry> entries, LocalDate day, List<NotRecorded> refused) {
        var taken = new ArrayList<Entry>();
        for (var entry : entries) {
            taken.add(entry);
            var refusals = ledger.refusalsOfAll(taken, day);
            if (!refusals.isEmpty()) {
                taken.removeLast();
                refused.add(new NotRecorded(entry, refusals.getFirst().refusal()));
            }
        }
        return taken;
    }

    private static DomainEventMessage<Fact> event(Entry entry, long sequence, MetaData provenance) {
        var message = new GenericMessage<>(entry.entryId().toString(), entry.fact(), provenance);
        var record = entry.record();
        return new GenericDomainEventMessage<>(
                record.kind().word(), record.toString(), sequence, message, () -> Instant.EPOCH);
    }
}
