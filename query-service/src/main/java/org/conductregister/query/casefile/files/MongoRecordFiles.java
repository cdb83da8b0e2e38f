package org.conductregister.query.casefile.files;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.bson.Document;
import org.conductregister.entries.RecordId;
import org.conductregister.keys.SealedFacts;
import org.conductregister.query.casefile.files.FileDocument.EntryDocument;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.viewstore.InMongoDb;
import org.conductregister.query.viewstore.ViewsDamagedException;
import org.conductregister.terms.identifiers.CaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The files as documents of MongoDB: one a record, and further ones where it grows large. Each document is written at
 * once, the head after all of them: where writing is broken off, it is done again, and what is there already is left as it
 * is.
 *
 * <p>Several nodes may share them. Each follows the log; the one that has the claim of the {@link SharedHead} writes, and the
 * others wait until the head shows that it has. Where it does not come on while there is something to write, another takes the
 * claim. Both may then write the same for a moment: a file takes each position once, however often it is stored.
 */
@Component
@Qualifier(RecordFiles.STORED)
@InMongoDb
final class MongoRecordFiles implements RecordFiles {

    private static final Logger log = LoggerFactory.getLogger(MongoRecordFiles.class);

    private static final String VIEW = "casefiles";
    private static final String HEADS = "heads";

    /** Raised whenever the same entries would be stored in another way than before. */
    private static final int FORMAT = 4;

    /** The size from which a file goes on in another document. An entry has at most 1.3 MB, a document 16 MB. */
    private static final long LARGE = 4_000_000;

    /** The time that a head may stand still, with something to write, before another node takes the claim. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(5);

    private final MongoTemplate mongo;
    private final SharedHead shared;
    private final SealedFacts sealed;
    private final long large;
    private final AtomicBoolean saidSetBack = new AtomicBoolean();
    private volatile Runnable whenSetBack = () -> {};

    /** The place in the log that this node has come to, in what was stored since the view was last emptied. */
    private volatile SharedHead.Stored reached;

    /** Nanoseconds that this node's longest batch took: others have as much, for MongoDB may be slow. */
    private long longestWrite;

    @Autowired
    MongoRecordFiles(MongoDatabaseFactory database, SealedFacts sealed) {
        this(database, sealed, LARGE);
    }

    /** @param large the size in bytes from which a file goes on in another document */
    MongoRecordFiles(MongoDatabaseFactory database, SealedFacts sealed, long large) {
        this.sealed = sealed;
        this.mongo = new MongoTemplate(database, converter());
        this.large = large;
        this.shared = new SharedHead(mongo.getCollection(HEADS), VIEW, FORMAT);
        this.reached = shared.read();
        if (!reached.equals(SharedHead.Stored.NONE) && reached.format() != FORMAT) {
            log.warn(
                    "The case files in MongoDB were written by another version of the register; they are rebuilt from the log");
            clear();
        }
        requireIndex();
    }

    /** Documents have the fields that people look for, and no names of Java's classes. */
    private static MappingMongoConverter converter() {
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, new MongoMappingContext());
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.afterPropertiesSet();
        return converter;
    }

    private void requireIndex() {
        var indexes = mongo.indexOps(FileDocument.class);
        indexes.createIndex(
                new Index("record", Direction.ASC).on("part", Direction.ASC).unique());
        var wanted = List.of("record", "part");
        boolean isThere = indexes.getIndexInfo().stream()
                .anyMatch(index -> index.getIndexFields().stream()
                        .map(field -> field.getKey())
                        .toList()
                        .equals(wanted));
        if (!isThere) {
            throw new IllegalStateException(
                    "MongoDB has no index on record and part of its collection " + FileDocument.COLLECTION);
        }
    }

    /** Goes on from what is stored, also where another node has set it back. */
    @Override
    public Head.At head() {
        reached = shared.read();
        saidSetBack.set(false);
        return reached.at();
    }

    @Override
    public void add(FilingBatch batch, Head.At head) {
        boolean late = batch.firstPosition() <= reached.at().position();
        long last = Math.max(head.position(), batch.lastPosition());
        long waits = System.nanoTime();
        var seen = reached;
        while (true) {
            var stored = shared.read();
            requireNotSetBack(reached, stored);
            if (!late && stored.at().position() >= last) {
                reached = stored.with(head);
                return;
            }
            if (!stored.equals(seen)) {
                seen = stored;
                waits = System.nanoTime();
            }
            boolean mayWrite = shared.isOwn(stored)
                    || ((late || stored.owner() == null || isTooLong(System.nanoTime() - waits))
                            && shared.take(stored));
            if (mayWrite && wrote(batch, head, stored)) {
                return;
            }
            pause();
        }
    }

    private boolean isTooLong(long nanos) {
        return nanos > Math.max(PATIENCE.toNanos(), 2 * longestWrite);
    }

    /** Returns false where another node has taken the claim meanwhile. */
    private boolean wrote(FilingBatch batch, Head.At head, SharedHead.Stored stored) {
        long began = System.nanoTime();
        write(batch);
        longestWrite = Math.max(longestWrite, System.nanoTime() - began);
        if (stored.at().position() > head.position()) {
            return true; // what came late, which the head has spoken for since before
        }
        if (!shared.move(head, stored.rebuilds())) {
            return false;
        }
        reached = stored.with(head);
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another node files entries", e);
        }
    }

    /**
     * Checks that no other node has emptied the files: these are then filed again from the start of the log.
     *
     * @param before where this node had come to
     * @param stored read afterwards
     */
    private void requireNotSetBack(SharedHead.Stored before, SharedHead.Stored stored) {
        boolean emptied = stored.rebuilds() != before.rebuilds();
        if (!emptied && stored.at().position() >= before.at().position()) {
            return;
        }
        boolean byAnother = !emptied || stored.rebuilds() != reached.rebuilds();
        if (byAnother && saidSetBack.compareAndSet(false, true)) {
            log.warn(
                    "Another node has set the case files back to entry {}",
                    stored.at().position());
            whenSetBack.run();
        }
        throw new ViewsDamagedException("The case files were set back, and are filed again");
    }

    @Override
    public void onSetBack(Runnable again) {
        whenSetBack = again;
    }

    @Override
    public void letGo() {
        shared.letGo();
    }

    private void write(FilingBatch batch) {
        var records = new LinkedHashSet<RecordId>(batch.entries().keySet());
        records.addAll(batch.cases().keySet());
        records.addAll(batch.duplicates().keySet());
        if (records.isEmpty()) {
            return;
        }
        var stored = stored(records);
        var writes = mongo.bulkOps(BulkMode.UNORDERED, FileDocument.class);
        int count = 0;
        for (var record : records) {
            var additions = new Additions(record.toString(), stored.getOrDefault(record.toString(), new Stored()));
            batch.entries().getOrDefault(record, List.of()).forEach(additions::file);
            additions.name(batch.cases().getOrDefault(record, Set.of()));
            additions.mark(batch.duplicates().getOrDefault(record, Set.of()));
            count += additions.writeTo(writes);
        }
        if (count > 0) {
            writes.execute();
        }
    }

    /** The documents that are stored of a record already. */
    private static final class Stored {

        private final Set<Long> positions = new TreeSet<>();
        private int lastPart = 1;
        private long bytesOfLast;

        private void add(Document document) {
            document.getList("entries", Document.class, List.of())
                    .forEach(entry ->
                            positions.add(entry.get("position", Number.class).longValue()));
            int part = document.get("part", Number.class).intValue();
            if (part >= lastPart) {
                lastPart = part;
                bytesOfLast = document.get("bytes", Number.class).longValue();
            }
        }
    }

    /**
     * Returns what is stored of some records already. It is found by the documents' identifiers, which every server has an index on:
     * the first two parts of each record, and then the others of those that go on.
     */
    private Map<String, Stored> stored(Collection<RecordId> records) {
        var found = new HashMap<String, Stored>();
        var ids = records.stream()
                .map(RecordId::toString)
                .flatMap(record -> Stream.of(FileDocument.idOf(record, 1), FileDocument.idOf(record, 2)))
                .toList();
        addStored(new Document("_id", new Document("$in", ids)), found);
        var continued = found.entrySet().stream()
                .filter(one -> one.getValue().lastPart > 1)
                .map(Map.Entry::getKey)
                .toList();
        if (!continued.isEmpty()) {
            addStored(
                    new Document("record", new Document("$in", continued)).append("part", new Document("$gt", 2)),
                    found);
        }
        return found;
    }

    private void addStored(Document which, Map<String, Stored> found) {
        mongo.getCollection(FileDocument.COLLECTION)
                .find(which)
                .projection(new Document("record", 1)
                        .append("part", 1)
                        .append("bytes", 1)
                        .append("entries.position", 1))
                .forEach(document -> found.computeIfAbsent(document.getString("record"), none -> new Stored())
                        .add(document));
    }

    private static List<String> ids(Collection<RecordId> records) {
        return records.stream().map(RecordId::toString).toList();
    }

    /** The entries to be added to the documents of one record. */
    private final class Additions {

        private final String record;
        private final Stored stored;
        private final SortedMap<Integer, Part> parts = new TreeMap<>();
        private int lastPart;
        private long bytesOfLast;

        /** The entries to be added to one document. */
        private static final class Part {

            private final List<EntryDocument> entries = new ArrayList<>();
            private Set<CaseId> cases = Set.of();
            private Set<RecordId> duplicates = Set.of();
            private long bytes;

            private Update update() {
                var update = new Update().inc("bytes", bytes);
                if (!entries.isEmpty()) {
                    update.push("entries").each(entries.toArray());
                }
                if (!cases.isEmpty()) {
                    update.addToSet("cases")
                            .each(cases.stream().map(CaseId::value).toArray());
                }
                if (!duplicates.isEmpty()) {
                    update.addToSet("duplicates")
                            .each(duplicates.stream().map(RecordId::toString).toArray());
                }
                return update;
            }
        }

        Additions(String record, Stored stored) {
            this.record = record;
            this.stored = stored;
            this.lastPart = stored.lastPart;
            this.bytesOfLast = stored.bytesOfLast;
        }

        void file(FiledEntry entry) {
            if (!stored.positions.add(entry.position())) {
                return;
            }
            var document = EntryDocument.of(entry, record, sealed);
            long size = document.size();
            if (bytesOfLast > 0 && bytesOfLast + size > large) {
                lastPart++;
                bytesOfLast = 0;
            }
            bytesOfLast += size;
            var part = part(lastPart);
            part.entries.add(document);
            part.bytes += size;
        }

        void name(Set<CaseId> cases) {
            if (!cases.isEmpty()) {
                part(1).cases = cases;
            }
        }

        void mark(Set<RecordId> duplicates) {
            if (!duplicates.isEmpty()) {
                part(1).duplicates = duplicates;
            }
        }

        private Part part(int number) {
            return parts.computeIfAbsent(number, none -> new Part());
        }

        /** @return how many documents are written */
        int writeTo(BulkOperations writes) {
            parts.forEach((number, part) -> writes.upsert(
                    query(where("_id").is(FileDocument.idOf(record, number))),
                    part.update().setOnInsert("record", record).setOnInsert("part", number)));
            return parts.size();
        }
    }

    @Override
    public Map<RecordId, RecordFile> find(Collection<RecordId> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        var before = reached;
        var parts =
                mongo.find(query(where("record").in(ids(records))).with(Sort.by("part")), FileDocument.class).stream()
                        .collect(groupingBy(FileDocument::record));
        requireNotSetBack(before, shared.read()); // what was read may have been emptied by another node
        sealed.prepareToOpen(parts.keySet());
        return records.stream()
                .distinct()
                .collect(toMap(
                        record -> record, record -> fileOf(record, parts.getOrDefault(record.toString(), List.of()))));
    }

    private RecordFile fileOf(RecordId record, List<FileDocument> parts) {
        var entries = new TreeMap<Long, FiledEntry>();
        var cases = new TreeSet<CaseId>();
        var duplicates = new LinkedHashSet<RecordId>();
        for (var part : parts) {
            if (part.entries() != null) {
                part.entries().forEach(entry -> entries.put(entry.position(), entry.entry(record.toString(), sealed)));
            }
            if (part.cases() != null) {
                part.cases().forEach(id -> cases.add(new CaseId(id)));
            }
            if (part.duplicates() != null) {
                part.duplicates().stream().sorted().map(RecordId::parse).forEach(duplicates::add);
            }
        }
        return new RecordFile(record, List.copyOf(entries.values()), cases, duplicates);
    }

    @Override
    public void clear() {
        reached = shared.reset();
        mongo.dropCollection(FileDocument.COLLECTION);
        requireIndex();
    }
}
