package org.conductregister.query.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.Correction;
import org.conductregister.facts.PersonalDataFact.PersonalDataErased;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.projections.RecordedEntries;
import org.conductregister.query.projections.View;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the search index as a view of the log. One thread applies entries, commits and keeps; any thread searches, in
 * what was there at the last commit, without waiting.
 *
 * <p>An entry is added to the index as it comes. Where one corrects another, all of its record is read from the log and indexed
 * anew, each entry with the instants between which it counted. Where the index fails, on a full disk for one, it is opened
 * again as it was kept, and what has come since is read from the log.
 */
public final class SearchView implements View, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchView.class);

    /**
     * The time between two moves of the head while more entries follow and nobody waits: each writes a small part of the index,
     * which has to be merged with others.
     */
    private static final Duration SELDOM = Duration.ofMillis(500);

    private final RecordedEntries log;
    private final CodeWords codes;
    private final Head head = new Head();
    private final List<RecordedEntry> applied = new ArrayList<>();
    private IndexDirectory directory;
    private volatile SearchIndex index;

    /** The last commit. The head follows it once it can be searched. */
    private Head.At committed = Head.At.START;

    private long lastShown = System.nanoTime() - SELDOM.toNanos();

    /** The position of the last entry that is in the index. */
    private long indexedTo;

    /** Whether the index is to be opened again before more is written. */
    private volatile boolean failed;

    /** Whether this view answers; one that is being built is not kept. */
    private boolean answers;

    private SearchView(IndexDirectory directory, SearchIndex index, RecordedEntries log, CodeWords codes) {
        this.directory = directory;
        this.index = index;
        this.log = log;
        this.codes = codes;
    }

    /**
     * Opens the index that was kept. One that is damaged or of another version is deleted, and a
     * warning is logged.
     *
     * @param parent the directory of the index; null to have it in memory
     */
    public static SearchView open(@Nullable Path parent, RecordedEntries log, ListedCodes lists) {
        try {
            var directory = IndexDirectory.latest(parent);
            var view = new SearchView(directory, openOrBegin(directory), log, new CodeWords(lists));
            view.answers = true;
            view.committed = view.index.committed();
            view.indexedTo = view.committed.position();
            view.head.moveTo(view.committed.position(), view.committed.recordedAt());
            return view;
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in %s cannot be opened".formatted(parent), e);
        }
    }

    private static SearchIndex openOrBegin(IndexDirectory directory) throws IOException {
        try {
            return SearchIndex.open(directory.open());
        } catch (IOException e) {
            LOG.warn("The search index is built anew: {}", e.getMessage());
            directory.delete();
            return SearchIndex.open(directory.open());
        }
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean isKeptByCheckpoints() {
        return true;
    }

    /** Longer than others': each batch is a part of the index by itself, which has to be merged with others. */
    @Override
    public Duration gathering() {
        return Duration.ofMillis(25);
    }

    @Override
    public Duration gatheringOfMany() {
        return Duration.ofMillis(250);
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public void apply(RecordedEntry entry) {
        applied.add(entry);
    }

    @Override
    public void commit(long position, Instant recordedAt) {
        commit(position, recordedAt, false);
    }

    @Override
    public void commit(long position, Instant recordedAt, boolean moreFollow) {
        boolean isShown = !moreFollow || head.isAwaited() || System.nanoTime() - lastShown > SELDOM.toNanos();
        try {
            if (failed) {
                openAgain();
            }
            index(applied, index);
            if (isShown) {
                index.refresh();
                lastShown = System.nanoTime();
            }
        } catch (IOException e) {
            failed = true;
            throw new UncheckedIOException("The search index cannot be written", e);
        } catch (RuntimeException e) {
            failed = true;
            throw e;
        } finally {
            applied.clear();
        }
        if (position > committed.position()) {
            committed = new Head.At(position, recordedAt);
        }
        keepErasures();
        if (isShown) {
            head.moveTo(committed.position(), committed.recordedAt());
        }
    }

    /** Erased text must not be in the files of the commit before any longer. */
    private void keepErasures() {
        if (!index.isForgetting()) {
            return;
        }
        try {
            index.refresh();
            index.commit(committed);
        } catch (IOException e) {
            failed = true;
            throw new UncheckedIOException("The search index cannot be written", e);
        }
    }

    private void index(List<RecordedEntry> entries, SearchIndex into) throws IOException {
        long last = entries.stream().mapToLong(RecordedEntry::position).max().orElse(indexedTo);
        var again = new HashSet<RecordId>();
        var added = new ArrayList<RecordedEntry>();
        boolean erased = false;
        for (var entry : entries) {
            boolean isNew = entry.position() > indexedTo;
            var fact = entry.entry().fact();
            erased |= fact instanceof PersonalDataErased;
            if (!isNew || fact instanceof Correction || fact instanceof PersonalDataErased) {
                again.add(entry.entry().record());
            } else {
                added.add(entry);
            }
        }
        added.removeIf(entry -> again.contains(entry.entry().record()));
        into.add(added);
        indexedTo = Math.max(indexedTo, last);
        for (var record : again) {
            into.replace(record, log.of(record, indexedTo));
        }
        if (erased) {
            into.forgetReplaced();
        }
    }

    /** Has the index as it was kept, and adds what has come since. Searches go on in the one that failed until then. */
    private void openAgain() throws IOException {
        index.stopWriting();
        var opened = openOrBegin(directory);
        try {
            indexedTo = opened.committed().position();
            long last = committed.position();
            while (indexedTo < last) {
                var next = log.after(indexedTo).stream()
                        .filter(entry -> entry.position() <= last)
                        .toList();
                if (next.isEmpty()) {
                    throw new IOException("the log ends before entry " + last);
                }
                index(next, opened);
            }
            opened.refresh();
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
        index.close();
        index = opened;
        failed = false;
        LOG.info("The search index can be written again");
    }

    @Override
    public CompletableFuture<Boolean> keep() {
        if (!answers || failed || !applied.isEmpty() || indexedTo != committed.position()) {
            return CompletableFuture.completedFuture(false);
        }
        try {
            index.commit(committed);
            return CompletableFuture.completedFuture(true);
        } catch (IOException | AlreadyClosedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void reset() {
        try {
            var before = directory;
            directory = before.next();
            var begun = SearchIndex.open(directory.open());
            index.close();
            index = begun;
            before.delete();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be deleted", e);
        }
        applied.clear();
        committed = Head.At.START;
        indexedTo = 0;
        failed = false;
        head.reset();
    }

    @Override
    public View another() {
        try {
            var beside = directory.next();
            beside.delete();
            return new SearchView(beside, SearchIndex.open(beside.open()), log, codes);
        } catch (IOException e) {
            throw new UncheckedIOException("No other search index can be built", e);
        }
    }

    @Override
    public List<String> differencesFrom(View built) {
        int before = documents();
        int after = ((SearchView) built).documents();
        return before == after ? List.of() : List.of("Documents: were %d, are %d".formatted(before, after));
    }

    /** The number of documents that searches look at. */
    int documents() {
        return inIndex(searcher -> searcher.getIndexReader().numDocs());
    }

    /** The other's index is kept before this one's is deleted: a start in between finds one of both. */
    @Override
    public void become(View built) {
        var other = (SearchView) built;
        try {
            other.index.refresh();
            other.index.commit(other.committed);
            var before = index;
            index = other.index;
            before.close();
            directory.delete();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index that was built cannot be taken", e);
        }
        directory = other.directory;
        committed = other.committed;
        indexedTo = other.indexedTo;
        failed = false;
        applied.clear();
        head.moveTo(committed.position(), committed.recordedAt());
    }

    /**
     * Finds records of one kind.
     *
     * @param officers of whom a case must name one; empty for no limit
     * @param times known at no later than the head
     */
    public Matches find(
            RecordKind kind,
            SearchWords words,
            Collection<String> officers,
            PointInTime times,
            long offset,
            int limit) {
        return words.isEmpty() && officers.isEmpty()
                ? Matches.NONE
                : inIndex(searcher -> new RecordSearch(searcher, kind, codes, times)
                        .find(words, Set.copyOf(officers), offset, limit));
    }

    private interface Reading<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private <T> T inIndex(Reading<T> reading) {
        while (true) {
            var now = index;
            try {
                var searcher = now.acquire();
                try {
                    return reading.in(searcher);
                } finally {
                    now.release(searcher);
                }
            } catch (AlreadyClosedException e) {
                if (now == index) {
                    throw e;
                }
                // Another index has taken its place
            } catch (IOException e) {
                failed = true;
                throw new UncheckedIOException("The search index cannot be read", e);
            }
        }
    }

    /** Fails what is written next, as a full disk does. */
    void failWriting() throws IOException {
        index.stopWriting();
    }

    /** Closes the index as it was last kept. */
    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
