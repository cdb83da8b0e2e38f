package org.conductregister.query.casefile.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.bson.Document;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.EntryId;
import org.conductregister.keys.TestKeys;
import org.conductregister.query.TestMongo;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.viewstore.ViewsDamagedException;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Tests that several nodes share the files in one MongoDB: one of them writes, and another goes on where it ends. */
@Timeout(300)
class SharedRecordFilesTest {

    private static final RecordId CASE = RecordId.of(new CaseId("LAN-2012-0007"));
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00.000001Z");

    private final TestMongo mongo = new TestMongo();
    private final MongoDatabaseFactory database = mongo.newDatabase();
    private MongoRecordFiles one;
    private MongoRecordFiles other;

    @BeforeEach
    void open() {
        one = new MongoRecordFiles(database, TestKeys.sealed());
        other = new MongoRecordFiles(database, TestKeys.sealed());
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void whatOneHasFiledIsFiledForTheOther() {
        add(one, 1);
        add(other, 1);

        assertThat(stored()).containsExactly(1L);
        assertThat(other.find(CASE).entries()).isEqualTo(one.find(CASE).entries());
        assertThat(other.head()).isEqualTo(new Head.At(1, RECORDED));
    }

    @Test
    void bothFollowAndEachEntryIsStoredOnce() throws Exception {
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            var both = nodes.invokeAll(List.<Callable<Void>>of(() -> follow(one), () -> follow(other)));
            for (var each : both) {
                each.get();
            }
        }

        assertThat(stored())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
        assertThat(one.head()).isEqualTo(new Head.At(100, RECORDED));
    }

    private static Void follow(RecordFiles files) {
        LongStream.rangeClosed(1, 100).forEach(position -> add(files, position));
        return null;
    }

    @Test
    void whereTheOneThatWritesEndsTheOtherGoesOnAndIsWaitedFor() {
        add(one, 1);
        add(other, 1);

        add(other, 2);
        add(one, 2);
        add(one, 3);

        assertThat(stored()).containsExactly(1L, 2L, 3L);
        assertThat(one.head()).isEqualTo(new Head.At(3, RECORDED));
    }

    @Test
    void theOneThatStopsHandsOn() {
        add(one, 1);
        one.letGo();

        var head = new SharedHead(database.getMongoDatabase().getCollection("heads"), "casefiles", 3);
        assertThat(head.take(head.read())).isTrue();
    }

    @Test
    void whoHasLostTheClaimMovesNothing() {
        var heads = database.getMongoDatabase().getCollection("heads");
        var stopped = new SharedHead(heads, "view", 3);
        var next = new SharedHead(heads, "view", 3);
        assertThat(stopped.take(stopped.read())).isTrue();
        assertThat(stopped.move(new Head.At(5, RECORDED), 0)).isTrue();
        var seen = next.read();
        assertThat(next.take(seen)).isTrue();

        assertThat(stopped.move(new Head.At(6, RECORDED), 0)).isFalse();
        assertThat(stopped.take(seen)).isFalse();
        assertThat(next.read().at()).isEqualTo(new Head.At(5, RECORDED));
        assertThat(next.move(new Head.At(7, RECORDED), 0)).isTrue();
    }

    @Test
    void whatIsEmptiedAtOneIsNotReadAtTheOtherAsIfItWereAll() {
        var toldToFollowAgain = new AtomicInteger();
        other.onSetBack(toldToFollowAgain::incrementAndGet);
        add(one, 1);
        add(other, 1);

        one.clear();

        assertThatThrownBy(() -> other.find(CASE)).isInstanceOf(ViewsDamagedException.class);
        assertThatThrownBy(() -> add(other, 2)).isInstanceOf(ViewsDamagedException.class);
        assertThat(toldToFollowAgain).hasValue(1);
        assertThat(other.head()).isEqualTo(Head.At.START);
        add(one, 1);
        add(other, 1);
        assertThat(other.find(CASE).entries()).hasSize(1);
    }

    /** A batch may end in the midst of one instant: then the head stays before it. */
    @Test
    void entriesBeyondTheHeadAreWaitedForToo() {
        add(one, 1);
        add(other, 1);
        var batch = batch(2);
        other.add(batch, new Head.At(1, RECORDED));

        assertThat(stored()).containsExactly(1L, 2L);
        assertThat(other.head()).isEqualTo(new Head.At(1, RECORDED));
    }

    @Test
    void whatComesLateIsFiledByTheNodeThatWasAsked() {
        add(one, 2);
        add(other, 2);

        other.add(batch(1), new Head.At(2, RECORDED));

        assertThat(stored()).containsExactlyInAnyOrder(1L, 2L);
        add(one, 3);
        assertThat(one.head()).isEqualTo(new Head.At(3, RECORDED));
    }

    private static FilingBatch batch(long position) {
        var fact = new NoteAdded(LocalDate.of(2012, 3, 4), new FreeText("number " + position), null);
        var batch = new FilingBatch();
        batch.file(CASE, new FiledEntry(position, RECORDED, "handler", EntryId.random(), fact));
        return batch;
    }

    private static void add(RecordFiles files, long position) {
        files.add(batch(position), new Head.At(position, RECORDED));
    }

    private List<Long> stored() {
        var positions = new ArrayList<Long>();
        database.getMongoDatabase()
                .getCollection("records")
                .find()
                .forEach(document -> document.getList("entries", Document.class)
                        .forEach(entry -> positions.add(entry.getLong("position"))));
        return positions;
    }
}
