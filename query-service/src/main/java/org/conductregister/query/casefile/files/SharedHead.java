package org.conductregister.query.casefile.files;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.conductregister.query.pointintime.Head;
import org.jspecify.annotations.Nullable;

/**
 * The head of a view in MongoDB that several nodes share, and the claim of the one that writes it. A head is moved on by who
 * has the claim alone, in the one update that checks it: who has lost it, without knowing, moves nothing. There is no clock in
 * it, for those of nodes differ. Thread-safe.
 */
final class SharedHead {

    /** The format of what is stored without saying it. */
    private static final int OTHER = -1;

    private static final String OWNER = "owner";
    private static final String REBUILDS = "rebuilds";
    private static final String POSITION = "position";
    private static final String RECORDED_AT = "recordedAt";

    private final MongoCollection<Document> heads;
    private final String view;
    private final int format;
    private final String self = UUID.randomUUID().toString();

    /** @param format of what is stored; raised whenever the same entries would be stored in another way */
    SharedHead(MongoCollection<Document> heads, String view, int format) {
        this.heads = heads;
        this.view = view;
        this.format = format;
    }

    /**
     * The head as stored.
     *
     * @param owner who has the claim; null where nobody has
     * @param rebuilds how often the view was emptied
     */
    record Stored(Head.At at, @Nullable String owner, long rebuilds, int format) {

        static final Stored NONE = new Stored(Head.At.START, null, 0, 0);

        /** The same, where the head is another. */
        Stored with(Head.At head) {
            return new Stored(head, owner, rebuilds, format);
        }

        private static Stored of(Document document) {
            var rebuilds = document.get(REBUILDS, Number.class);
            var format = document.get("format", Number.class);
            var recordedAt = document.getString(RECORDED_AT);
            var at = recordedAt == null // of a version that stored it otherwise
                    ? Head.At.START
                    : new Head.At(document.get(POSITION, Number.class).longValue(), Instant.parse(recordedAt));
            return new Stored(
                    at,
                    document.getString(OWNER),
                    rebuilds == null ? 0 : rebuilds.longValue(),
                    format == null ? OTHER : format.intValue());
        }
    }

    /** Reads it; {@link Stored#NONE} where nothing is stored. */
    Stored read() {
        var stored = heads.find(id()).first();
        return stored == null ? Stored.NONE : Stored.of(stored);
    }

    boolean isOwn(Stored stored) {
        return self.equals(stored.owner());
    }

    /**
     * Takes the claim, where all is still as it was seen.
     *
     * @return whether this node has it now
     */
    boolean take(Stored seen) {
        if (seen.equals(Stored.NONE)) {
            return insert();
        }
        var asSeen = id().append(OWNER, seen.owner()).append(POSITION, seen.at().position());
        var taken = new Document("$set", new Document(OWNER, self).append(REBUILDS, seen.rebuilds()));
        return heads.updateOne(asSeen, taken).getMatchedCount() == 1;
    }

    private boolean insert() {
        try {
            heads.insertOne(id().append(OWNER, self)
                    .append(REBUILDS, 0L)
                    .append("format", format)
                    .append(POSITION, 0L)
                    .append(RECORDED_AT, Head.At.START.recordedAt().toString()));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Moves the head on.
     *
     * @param rebuilds how often the view had been emptied when what it speaks for was stored
     * @return false where the claim is lost, or the view has been emptied since
     */
    boolean move(Head.At to, long rebuilds) {
        var claimed = id().append(OWNER, self).append(REBUILDS, rebuilds);
        return heads.updateOne(claimed, new Document("$set", at(to))).getMatchedCount() == 1;
    }

    /** Sets the head back to the start, whoever has the claim, and takes it. */
    Stored reset() {
        var back =
                new Document("$set", at(Head.At.START).append(OWNER, self)).append("$inc", new Document(REBUILDS, 1L));
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Stored.of(Objects.requireNonNull(heads.findOneAndUpdate(id(), back, options)));
    }

    /** Gives the claim up, where this node has it. */
    void letGo() {
        heads.updateOne(id().append(OWNER, self), new Document("$set", new Document(OWNER, null)));
    }

    private Document at(Head.At head) {
        return new Document("format", format)
                .append(POSITION, head.position())
                .append(RECORDED_AT, head.recordedAt().toString());
    }

    private Document id() {
        return new Document("_id", view);
    }
}
