package org.conductregister.query.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.Entry;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.projections.RecordedEntries;
import org.conductregister.query.search.TypedQueries.Typed;
import org.conductregister.query.search.index.SearchView;
import org.conductregister.query.search.index.SearchWords;
import org.conductregister.terms.text.PersonName;

/**
 * Forty queries as people type them in a register of entries in a file, beside the search by substrings that was before: which
 * find the right case on the first page, and how long they take, at rest and while the second half of the register is taken in.
 *
 * <p>Arguments: a file of entries, one a line, and one of code lists, as {@code {"categories": [{"code", "label"}]}}. Officers
 * who are registered without a name are given one: real first names, and surnames with apostrophes and accents among them.
 */
public final class SearchBenchmark {

    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    private static final int BATCH = 1_000;
    private static final int PAGE = 10;
    private static final int ROUNDS = 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean BY_PROCESSOR = Boolean.getBoolean("benchmark.processor-time");

    private static final List<String> FIRST = List.of("""
            Siobhán Seán Zoë Chloë José María Renée François Łukasz Jürgen Katherine Catherine Kathryn Stephen Steven Philip
            Phillip Geoffrey Jeffrey Ann Anne Sarah Sara John Jon Michael Micheal Brian Bryan Graham Alan Allan Deborah Debra
            Nicola Nichola Mohammed Muhammad Aisha Ayesha Priya Harpreet Kwame Wei Rhys Gareth Ian Iain""".split("\\s+"));
    private static final List<String> BEGINNINGS =
            List.of("O’", "O'", "Mc", "Mac", "D’", "De ", "Van ", "St. ", "", "", "", "", "", "", "", "");
    private static final List<String> ENDINGS = List.of("""
            Brien Connor Neill Reilly Sullivan Donald Kenzie Gregor Leod Arcy Angelo Souza Vries Berg Clair John Núñez Muñoz
            García Ibáñez Peña Müller Schröder Sørensen Wójcik Nguyễn Smith Smyth Thompson Thomson Reid Reade Clarke Clark
            Aldermere Quarrendale Whinfell Fitzgerald Featherstonehaugh Cholmondeley""".split("\\s+"));

    private SearchBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var lists = listsIn(Path.of(arguments[1]));
        var log = logIn(Path.of(arguments[0]));
        var queries = new TypedQueries(log, lists.labels(CodeList.CATEGORIES)).all();
        var scan = new SubstringScan();
        log.forEach(scan::add);
        System.out.printf("%,d entries, %d queries%n", log.size(), queries.size());

        var directory = Files.createTempDirectory("search-benchmark");
        try (var view = SearchView.open(directory, new InOneList(log), lists)) {
            int half = log.size() / 2 / BATCH * BATCH;
            long began = System.nanoTime();
            take(view, log, 0, half);
            report("first half taken in", half, began);
            ask(view, queries, 5);

            var isOver = new AtomicBoolean();
            long secondBegan = System.nanoTime();
            var taking = Thread.ofPlatform().start(() -> {
                take(view, log, half, log.size());
                isOver.set(true);
            });
            var meanwhile = new ArrayList<Long>();
            while (!isOver.get()) {
                meanwhile.addAll(ask(view, queries, 1));
            }
            taking.join();
            report("second half taken in, asked meanwhile", log.size() - half, secondBegan);
            times("while taking in", meanwhile);

            var atRest = ask(view, queries, ROUNDS);
            var before = askScan(scan, queries, 3);
            times("at rest", atRest);
            times("search by substrings before", before);
            System.out.printf("mean of the search before / mean at rest: %.1f%n", mean(before) / mean(atRest));
            say(view, scan, queries);
            long kept = System.nanoTime();
            System.out.printf("kept: %s, %.0f ms; ", view.keep().get(), (System.nanoTime() - kept) / 1e6);
        }
        System.out.printf("%,d KB on disk%n", sizeOf(directory) >> 10);
        long opened = System.nanoTime();
        try (var again = SearchView.open(directory, new InOneList(log), lists)) {
            System.out.printf(
                    "opened and verified at %,d: %.0f ms%n",
                    again.head().now().position(), (System.nanoTime() - opened) / 1e6);
        }
    }

    private static void take(SearchView view, List<RecordedEntry> log, int from, int to) {
        for (int at = from; at < to; at += BATCH) {
            var batch = log.subList(at, Math.min(to, at + BATCH));
            batch.forEach(view::apply);
            view.commit(batch.getLast().position(), batch.getLast().recordedAt());
        }
    }

    private static void report(String what, int entries, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%s: %,d entries, %.1f s, %,.0f/s%n", what, entries, seconds, entries / seconds);
    }

    /**
     * Returns nanoseconds by the clock, or the processor time of this thread where the machine has other things to
     * do.
     */
    private static long now() {
        return BY_PROCESSOR ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    private static List<String> find(SearchView view, String text) {
        var at = new PointInTime(TODAY, view.head().now().recordedAt());
        return view.find(RecordKind.CASE, SearchWords.of(text), List.of(), at, 0, PAGE)
                .ids();
    }

    private static List<Long> ask(SearchView view, List<Typed> queries, int rounds) {
        var nanos = new ArrayList<Long>();
        for (int round = 0; round < rounds; round++) {
            for (var query : queries) {
                long began = now();
                find(view, query.text());
                nanos.add(now() - began);
            }
        }
        return nanos;
    }

    private static List<Long> askScan(SubstringScan scan, List<Typed> queries, int rounds) {
        var nanos = new ArrayList<Long>();
        for (int round = 0; round < rounds; round++) {
            for (var query : queries) {
                long began = now();
                scan.find(query.text());
                nanos.add(now() - began);
            }
        }
        return nanos;
    }

    private static double mean(List<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue).average().orElse(0);
    }

    private static void times(String what, List<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%s: %d searches, ms: p50 %.2f, p95 %.2f, p99 %.2f, longest %.2f%n",
                what, sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    private static void say(SearchView view, SubstringScan scan, List<Typed> queries) {
        int right = 0;
        int before = 0;
        for (var query : queries) {
            boolean isRight = find(view, query.text()).stream().anyMatch(query.right()::contains);
            right += isRight ? 1 : 0;
            before += scan.find(query.text()).stream().limit(PAGE).anyMatch(query.right()::contains) ? 1 : 0;
            long began = System.nanoTime();
            find(view, query.text());
            System.out.printf(
                    "%s %6.2f ms  %s%n", isRight ? "right" : "WRONG", (System.nanoTime() - began) / 1e6, query.text());
        }
        System.out.printf("right case on the first page: %d of %d; before: %d%n", right, queries.size(), before);
    }

    private static List<RecordedEntry> logIn(Path file) throws IOException {
        var reader = new EntryReader((list, code) -> true);
        var log = new ArrayList<RecordedEntry>();
        try (var lines = Files.lines(file)) {
            lines.forEach(line -> {
                long position = log.size() + 1L;
                var at = Instant.parse("2026-01-01T00:00:00Z").plusMillis(position);
                var entry = named(reader.read(FactJson.mapper().readTree(line), null, TODAY));
                log.add(new RecordedEntry(position, at, "handler", "call-1", entry));
            });
        }
        return log;
    }

    private static Entry named(Entry entry) {
        if (!(entry.fact() instanceof OfficerRegistered registered) || registered.name() != null) {
            return entry;
        }
        int number = entry.record().id().hashCode() & Integer.MAX_VALUE;
        var name = FIRST.get(number % FIRST.size()) + " "
                + BEGINNINGS.get(number / FIRST.size() % BEGINNINGS.size())
                + ENDINGS.get(number / FIRST.size() / BEGINNINGS.size() % ENDINGS.size());
        var withName = new OfficerRegistered(
                registered.occurredOn(),
                registered.force(),
                registered.workforce(),
                registered.rank(),
                new PersonName(name),
                null);
        return new Entry(entry.entryId(), entry.record(), withName);
    }

    private static ListedCodes listsIn(Path file) throws IOException {
        var json = FactJson.mapper().readTree(Files.readString(file));
        var labels = new HashMap<CodeList, Map<String, String>>();
        for (var list : CodeList.values()) {
            var ofList = new HashMap<String, String>();
            json.path(list.path())
                    .forEach(code -> ofList.put(
                            code.get("code").stringValue(), code.get("label").stringValue()));
            labels.put(list, ofList);
        }
        return new ListedCodes() {
            @Override
            public boolean knows(CodeList list, String code) {
                return labels.get(list).containsKey(code);
            }

            @Override
            public Map<String, String> labels(CodeList list) {
                return labels.get(list);
            }
        };
    }

    private static long sizeOf(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private record InOneList(List<RecordedEntry> log) implements RecordedEntries {

        @Override
        public List<RecordedEntry> after(long position) {
            return log.subList((int) position, (int) Math.min(log.size(), position + BATCH));
        }

        @Override
        public List<RecordedEntry> of(RecordId record, long upTo) {
            return log.stream()
                    .filter(entry ->
                            entry.position() <= upTo && entry.entry().record().equals(record))
                    .toList();
        }
    }
}
