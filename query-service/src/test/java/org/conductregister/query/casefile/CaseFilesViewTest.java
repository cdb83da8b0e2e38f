package org.conductregister.query.casefile;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.query.ChicagoLike;
import org.conductregister.query.TestMongo;
import org.conductregister.query.pointintime.Head;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

class CaseFilesViewTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.000001Z");

    private final TestMongo mongo = new TestMongo();
    private final List<RecordedEntry> entries = recorded(ChicagoLike.cases(60));
    private SimpleMongoClientDatabaseFactory database;
    private CaseFilesView view;

    @BeforeEach
    void open() {
        database = new SimpleMongoClientDatabaseFactory(mongo.connectionString() + "/views");
        view = newView();
    }

    @AfterEach
    void close() throws Exception {
        database.destroy();
        mongo.close();
    }

    @Test
    void takingInTheSameTwiceAndStartingFromZeroGivesTheSame() {
        takeIn(entries);
        var once = documents();
        assertThat(once).hasSizeGreaterThan(60);

        takeIn(entries.subList(entries.size() - 50, entries.size()));
        assertThat(documents()).as("the last batch again").isEqualTo(once);
        takeIn(entries);
        assertThat(documents()).as("all of it again").isEqualTo(once);

        view.reset();
        assertThat(documents()).isEmpty();
        assertThat(view.head().now()).isEqualTo(Head.At.START);
        takeIn(entries);
        assertThat(documents()).as("from zero").isEqualTo(once);
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenWhenItIsTriedAgain() {
        takeIn(entries);
        var expected = documents();
        view.reset();

        takeIn(entries.subList(0, 100));
        var second = entries.subList(100, 200);
        second.forEach(view::apply);
        mongo.failAfter(0);
        assertThatThrownBy(() -> commit(second)).isInstanceOf(MongoException.class);
        assertThat(view.head().now().position()).isEqualTo(100);
        mongo.failAfter(1);
        second.forEach(view::apply);
        assertThatThrownBy(() -> commit(second)).as("fails at the head").isInstanceOf(MongoException.class);
        mongo.mend();
        takeIn(entries.subList(100, entries.size()));

        assertThat(documents()).isEqualTo(expected);
    }

    @Test
    void aNewStartKnowsHowFarTheLastOneCame() {
        takeIn(entries);

        var last = entries.getLast();
        assertThat(newView().head().now()).isEqualTo(new Head.At(last.position(), last.recordedAt()));
    }

    private CaseFilesView newView() {
        return new CaseFilesView(new RecordFiles(database), new TouchedCases(), database);
    }

    private void takeIn(List<RecordedEntry> batch) {
        batch.forEach(view::apply);
        commit(batch);
    }

    private void commit(List<RecordedEntry> batch) {
        var last = batch.getLast();
        view.commit(last.position(), last.recordedAt());
    }

    private Map<String, Document> documents() {
        return database.getMongoDatabase().getCollection("records").find().into(new ArrayList<>()).stream()
                .collect(toMap(document -> document.getString("_id"), document -> document));
    }

    private static List<RecordedEntry> recorded(List<ChicagoLike.Logged> logged) {
        return IntStream.range(0, logged.size())
                .mapToObj(i -> new RecordedEntry(
                        i + 1L,
                        FIRST.plusNanos(i * 1_000L),
                        "handler",
                        "call-1",
                        new Entry(
                                EntryId.random(),
                                logged.get(i).record(),
                                logged.get(i).fact())))
                .toList();
    }
}
