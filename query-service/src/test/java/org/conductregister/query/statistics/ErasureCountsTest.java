package org.conductregister.query.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.PersonalDataFact.PersonalDataErased;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.SealedFacts;
import org.conductregister.keys.TestKeys;
import org.conductregister.query.TestLog;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.oracle.RandomQuestions;
import org.conductregister.query.statistics.oracle.RandomRegister;
import org.conductregister.query.statistics.view.StatisticsView;
import org.conductregister.terms.text.Grounds;

/** The log is read again after the keys of all its records are gone: no text is left, and no count differs. */
class ErasureCountsTest {

    private static final int PAIRS = 1_000;
    private static final List<String> TEXTS = List.of("a note", "what was said", "new evidence", "a slip", "Ada");

    private final DataKeys keys = TestKeys.newKeys();

    @Provide
    Arbitrary<List<RecordedEntry>> logs() {
        return RandomRegister.correctedLogs(120);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 4)
    void everyCountIsWhatItWas(@ForAll("logs") List<RecordedEntry> entries, @ForAll Random random) {
        try (var database = memory()) {
            var log = TestLog.in(database, new SealedFacts(keys));
            entries.forEach(each -> log.add(List.of(log.event(
                    each.entry().record(), each.entry().entryId(), each.entry().fact()))));
            var before = read(log);
            var whole = statisticsOf(before);

            eraseAll(log, before);

            var after = read(log);
            assertThat(before).hasSameSizeAs(entries);
            assertThat(TEXTS).anyMatch(texts(before)::contains);
            assertThat(texts(after)).doesNotContain(TEXTS);
            var left = statisticsOf(after);
            var questions = new RandomQuestions(random);
            for (int i = 0; i < PAIRS; i++) {
                var question = questions.at(new PointInTime(day(random), instant(before, random)));
                assertThat(left.count(question).groups())
                        .as("%s", question)
                        .isEqualTo(whole.count(question).groups());
            }
        }
    }

    private static HikariDataSource memory() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite::memory:");
        config.setMaximumPoolSize(1);
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    private static List<RecordedEntry> read(TestLog log) {
        try (var events = log.engine().readEvents(null, false)) {
            return events.map(ErasureCountsTest::entryOf).toList();
        }
    }

    private static RecordedEntry entryOf(TrackedEventMessage<?> message) {
        long position = ((GlobalSequenceTrackingToken) message.trackingToken()).getGlobalIndex();
        var record = RecordId.parse(((DomainEventMessage<?>) message).getAggregateIdentifier());
        var fact = requireNonNull((Fact) message.getPayload());
        return new RecordedEntry(
                position,
                message.getTimestamp(),
                "handler",
                "call-1",
                new Entry(EntryId.of(message.getIdentifier()), record, fact));
    }

    private static String texts(List<RecordedEntry> entries) {
        return entries.stream()
                .map(each -> FactJson.of(each.entry()).toString())
                .collect(Collectors.joining());
    }

    private static StatisticsView statisticsOf(List<RecordedEntry> entries) {
        var statistics = new StatisticsView(ListsAsKnown.unchanged(Set.of()));
        entries.forEach(statistics::apply);
        var last = entries.getLast();
        statistics.commit(last.position(), last.recordedAt());
        return statistics;
    }

    private void eraseAll(TestLog log, List<RecordedEntry> entries) {
        var records = new LinkedHashSet<RecordId>();
        entries.forEach(each -> records.add(each.entry().record()));
        for (var record : records) {
            var subjects = DataKeys.subjectsOf(record.toString());
            if (record.kind() == RecordKind.RECOMMENDATION) {
                keys.erase(subjects, () -> {});
            } else {
                var fact = new PersonalDataErased(RandomRegister.FIRST_DAY, new Grounds("the period has ended"));
                keys.erase(subjects, () -> log.add(record, fact));
            }
        }
    }

    private static LocalDate day(Random random) {
        return RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS + 2) - 1L);
    }

    /** The instant of an entry, or now. */
    private static Instant instant(List<RecordedEntry> entries, Random random) {
        int at = random.nextInt(entries.size() + 1);
        return at == entries.size() ? PointInTime.NOW : entries.get(at).recordedAt();
    }
}
