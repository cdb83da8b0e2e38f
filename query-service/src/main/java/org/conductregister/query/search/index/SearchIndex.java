package org.conductregister.query.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.Head;
import org.jspecify.annotations.Nullable;

/**
 * One index in one directory: a writer, and searchers of what it has written. One thread writes; any number search meanwhile,
 * each in what was there at the last {@link #refresh}.
 */
final class SearchIndex implements Closeable {

    /** Counts the changes of what documents are made of. An index of another number is not read. */
    private static final String VERSION = "2";

    private static final double BUFFER_MEGABYTES = 32;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private @Nullable IndexedEntry documents;
    private boolean forgetting;

    private SearchIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
    }

    /**
     * Opens the index in a directory, which is closed with it; an empty one where there is none. Reads all of it once, to see
     * that it is whole.
     *
     * @throws IOException where it is damaged, of another version, or cannot be read; the directory is then closed
     */
    static SearchIndex open(Directory directory) throws IOException {
        try {
            if (DirectoryReader.indexExists(directory)) {
                verify(directory);
            }
            return new SearchIndex(directory, new IndexWriter(directory, configuration()));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static void verify(Directory directory) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            var version = reader.getIndexCommit().getUserData().get("version");
            if (!VERSION.equals(version)) {
                throw new IOException("it is of version %s, and not %s".formatted(version, VERSION));
            }
            for (var leaf : reader.leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
        } catch (IllegalArgumentException e) {
            throw new CorruptIndexException("a part of it cannot be read", directory.toString(), e);
        }
    }

    private static IndexWriterConfig configuration() {
        var merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(2, 1);
        return new IndexWriterConfig(TextAnalysis.WORDS)
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergeScheduler(merges)
                // What was written since the last commit is in the log, and not missed
                .setCommitOnClose(false);
    }

    /** Up to where the log is in the index as it is on disk. */
    Head.At committed() {
        var data = new HashMap<String, String>();
        var written = writer.getLiveCommitData();
        if (written != null) {
            written.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data.containsKey("position")
                ? new Head.At(
                        Long.parseLong(data.get("position")),
                        Instant.EPOCH.plus(Long.parseLong(data.get("recordedAtMicros")), ChronoUnit.MICROS))
                : Head.At.START;
    }

    /** Adds entries that are not in the index, and that nothing has corrected. */
    void add(Collection<RecordedEntry> entries) throws IOException {
        var added = new ArrayList<Document>();
        for (var entry : entries) {
            added.addAll(documents().documents(entry.entry().record(), EntryVersion.of(entry)));
        }
        writer.addDocuments(added);
    }

    /**
     * Puts all that a record has to be found by in the place of what the index had of it.
     *
     * @param entries all of the record, in the order recorded
     */
    void replace(RecordId record, List<RecordedEntry> entries) throws IOException {
        var added = new ArrayList<Document>();
        for (var version : EntryVersion.ofRecord(entries)) {
            added.addAll(documents().documents(record, version));
        }
        for (var marking : MarkedPeriod.ofRecord(entries)) {
            added.addAll(documents().documents(record, marking));
        }
        writer.updateDocuments(new Term(Fields.OWNER, record.toString()), added);
    }

    /** Read from the index when something is first added: a search does not need the numbers of records. */
    private IndexedEntry documents() throws IOException {
        if (documents == null) {
            var searcher = searchers.acquire();
            try {
                documents = new IndexedEntry(RecordNumbers.of(searcher.getIndexReader()));
            } finally {
                searchers.release(searcher);
            }
        }
        return documents;
    }

    /** Rewrites the parts that still hold what was replaced; after the next {@link #commit} it is in no file of the index. */
    void forgetReplaced() throws IOException {
        writer.forceMergeDeletes(true);
        forgetting = true;
    }

    /** Whether the files of the last commit may hold what is to be forgotten. */
    boolean isForgetting() {
        return forgetting;
    }

    /** Lets searchers see what was added. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Brings all that was added to the disk, and returns once it is there. */
    void commit(Head.At at) throws IOException {
        writer.setLiveCommitData(Map.of(
                        "version", VERSION,
                        "position", Long.toString(at.position()),
                        "recordedAtMicros", Long.toString(EntryVersion.microseconds(at.recordedAt())))
                .entrySet());
        writer.commit();
        if (forgetting) {
            writer.deleteUnusedFiles();
            forgetting = false;
        }
    }

    /** To be given back by {@link #release}. */
    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    /** Gives up what was added since the last commit, and lets another write in the directory. Searches go on. */
    void stopWriting() throws IOException {
        writer.rollback();
    }

    /** Closes it without what was added since the last commit. Searches that go on come to their end. */
    @Override
    public void close() throws IOException {
        try (directory;
                searchers) {
            writer.rollback();
        }
    }
}
