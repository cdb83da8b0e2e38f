package org.conductregister.query.casefile.files;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.facts.EntryId;
import org.conductregister.query.ChicagoLike;
import org.conductregister.query.pointintime.Head;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "stored in {0}")
@EnumSource
class CaseFilesViewTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.000001Z");

    @Parameter
    FilesStore.Kind kind;

    @TempDir
    Path directory;

    private final List<RecordedEntry> entries = recorded(ChicagoLike.cases(60));
    private FilesStore store;
    private RecordFiles files;
    private CaseFilesView view;

    @BeforeEach
    void open() {
        store = FilesStore.of(kind, directory);
        files = store.open();
        view = new CaseFilesView(files, new TouchedCases());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyEntryIsFiledAsItWasRecorded() {
        takeIn(entries);

        for (var record : records()) {
            var ofRecord = entries.stream()
                    .filter(entry -> entry.entry().record().equals(record))
                    .map(FiledEntry::of)
                    .toList();
            assertThat(files.find(record).entries()).isEqualTo(ofRecord);
        }
        assertThat(files.find(records())).hasSize(records().size());
    }

    @Test
    void anOfficerIsFoundInEachCaseThatNamesThem() {
        takeIn(entries);

        var naming = entries.stream()
                .filter(entry -> NamesOfficer.namedIn(entry.entry().fact()) != null)
                .toList();
        assertThat(naming).isNotEmpty().allSatisfy(entry -> {
            var officer = RecordId.of(NamesOfficer.namedIn(entry.entry().fact()));
            assertThat(files.find(officer).cases())
                    .extracting(id -> id.value())
                    .contains(entry.entry().record().id());
        });
    }

    @Test
    void ofWhatIsNotFiledThereIsAnEmptyFile() {
        var nobody = RecordId.parse("officer/NOBODY");

        assertThat(files.find(nobody)).isEqualTo(RecordFile.empty(nobody));
        assertThat(files.find(List.of())).isEmpty();
    }

    @Test
    void takingInTheSameTwiceAndStartingFromZeroGivesTheSame() {
        takeIn(entries);
        var once = all();
        assertThat(once).hasSizeGreaterThan(60);

        takeIn(entries.subList(entries.size() - 50, entries.size()));
        assertThat(all()).as("the last batch again").isEqualTo(once);
        takeIn(entries);
        assertThat(all()).as("all of it again").isEqualTo(once);

        view.reset();
        assertThat(all().values()).allMatch(RecordFile::isEmpty);
        assertThat(view.head().now()).isEqualTo(Head.At.START);
        assertThat(files.head()).isEqualTo(Head.At.START);
        takeIn(entries);
        assertThat(all()).as("from zero").isEqualTo(once);
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenWhenItIsTriedAgain() {
        takeIn(entries);
        var expected = all();
        view.reset();

        takeIn(entries.subList(0, 100));
        var second = entries.subList(100, 200);
        second.forEach(view::apply);
        store.failAtOnce();
        assertThatThrownBy(() -> commit(second)).isInstanceOf(RuntimeException.class);
        assertThat(view.head().now().position()).isEqualTo(100);
        store.failAtTheHead();
        second.forEach(view::apply);
        assertThatThrownBy(() -> commit(second)).as("fails at the head").isInstanceOf(RuntimeException.class);
        assertThat(files.head().position()).isEqualTo(100);
        store.mend();
        takeIn(entries.subList(100, entries.size()));

        assertThat(all()).isEqualTo(expected);
    }

    @Test
    void aNewStartKnowsHowFarTheLastOneCame() {
        takeIn(entries);

        var last = entries.getLast();
        var again = new CaseFilesView(store.open(), new TouchedCases());
        assertThat(again.head().now()).isEqualTo(new Head.At(last.position(), last.recordedAt()));
    }

    @Test
    void anEntryThatComesLateStandsWhereItWasRecorded() {
        var late = entries.get(3);
        var others = entries.stream().filter(entry -> entry != late).toList();
        takeIn(others);
        takeIn(List.of(late));

        assertThat(files.find(late.entry().record()).entries())
                .isSortedAccordingTo((one, other) -> Long.compare(one.position(), other.position()))
                .contains(FiledEntry.of(late));
    }

    private void takeIn(List<RecordedEntry> batch) {
        batch.forEach(view::apply);
        commit(batch);
    }

    private void commit(List<RecordedEntry> batch) {
        var last = batch.getLast();
        view.commit(last.position(), last.recordedAt());
    }

    private List<RecordId> records() {
        return List.copyOf(entries.stream().map(entry -> entry.entry().record()).collect(toSet()));
    }

    private Map<RecordId, RecordFile> all() {
        return files.find(records());
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
