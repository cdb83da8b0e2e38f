package org.conductregister.standalone.sample;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.Entry;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.projections.RecordedEntries;
import org.conductregister.query.search.index.SearchView;
import org.conductregister.query.search.index.SearchWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Tests that people find the right record on the first page by what they type, on the sample register with a few
 * cases more, in which names have apostrophes and accents. The queries and those cases are in files beside this
 * class.
 */
class SampleSearchTest {

    private static final int FIRST_PAGE = 10;
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    private static final SearchView SEARCH = index();

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "search-queries.csv", numLinesToSkip = 1)
    void theRightRecordIsOnTheFirstPage(String typed, RecordKind kind, String record) {
        var knownAt = SEARCH.head().now().recordedAt();
        var found = SEARCH.find(kind, SearchWords.of(typed), List.of(), new PointInTime(TODAY, knownAt), 0, FIRST_PAGE);

        assertThat(found.ids()).contains(record);
    }

    private static SearchView index() {
        var log = new ArrayList<RecordedEntry>();
        Stream.concat(SampleRegister.entries().stream(), namedCases()).forEach(entry -> {
            long position = log.size() + 1L;
            var at = Instant.parse("2026-01-01T00:00:00Z").plusMillis(position);
            log.add(new RecordedEntry(position, at, "handler", "call-1", entry));
        });
        var view = SearchView.open(null, new InOneList(log), new SuppliedLists());
        log.forEach(view::apply);
        view.commit(log.size(), log.getLast().recordedAt());
        return view;
    }

    private static Stream<Entry> namedCases() {
        var reader = new EntryReader((list, code) -> true);
        return lines(SampleSearchTest.class, "named-cases.ndjson")
                .map(line -> reader.read(FactJson.mapper().readTree(line), null, TODAY));
    }

    private static Stream<String> lines(Class<?> beside, String file) {
        try (var reader = new BufferedReader(new InputStreamReader(
                requireNonNull(beside.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record InOneList(List<RecordedEntry> log) implements RecordedEntries {

        @Override
        public List<RecordedEntry> after(long position) {
            return log.subList((int) position, log.size());
        }

        @Override
        public List<RecordedEntry> of(RecordId record, long upTo) {
            return log.stream()
                    .filter(entry ->
                            entry.position() <= upTo && entry.entry().record().equals(record))
                    .toList();
        }
    }

    /** The code lists that the product comes with. */
    private static final class SuppliedLists implements ListedCodes {

        private final Map<CodeList, Map<String, String>> labels =
                Stream.of(CodeList.values()).collect(toMap(list -> list, SuppliedLists::read));

        private static Map<String, String> read(CodeList list) {
            return lines(ListedCodes.class, list.path() + ".csv")
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .collect(toMap(line -> line[0], line -> line[1]));
        }

        @Override
        public boolean knows(CodeList list, String code) {
            return labels(list).containsKey(code);
        }

        @Override
        public Map<String, String> labels(CodeList list) {
            return requireNonNull(labels.get(list));
        }
    }
}
