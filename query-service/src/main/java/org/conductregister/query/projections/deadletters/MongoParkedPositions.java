package org.conductregister.query.projections.deadletters;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** In the collection {@code deadLetters} of a MongoDB, a document each. */
final class MongoParkedPositions implements ParkedPositions {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> letters;
    private final String view;

    MongoParkedPositions(MongoCollection<Document> letters, String view) {
        this.letters = letters;
        this.view = view;
    }

    private Document idOf(long position) {
        return new Document("_id", view + "/" + position);
    }

    @Override
    public void put(ParkedPosition letter) {
        letters.replaceOne(
                idOf(letter.position()),
                idOf(letter.position())
                        .append("view", view)
                        .append("position", letter.position())
                        .append("sequence", letter.sequence())
                        .append("enqueuedAt", letter.enqueuedAt().toString())
                        .append("lastTouched", letter.lastTouched().toString())
                        .append("causeType", letter.causeType())
                        .append("causeMessage", letter.causeMessage()),
                UPSERT);
    }

    @Override
    public void remove(long position) {
        letters.deleteOne(idOf(position));
    }

    @Override
    public void clear() {
        letters.deleteMany(new Document("view", view));
    }

    @Override
    public List<ParkedPosition> find(@Nullable String sequence) {
        var wanted = new Document("view", view);
        if (sequence != null) {
            wanted.append("sequence", sequence);
        }
        var found = new ArrayList<ParkedPosition>();
        letters.find(wanted).forEach(document -> found.add(letter(document)));
        found.sort(Comparator.comparingLong(ParkedPosition::position));
        return found;
    }

    private static ParkedPosition letter(Document document) {
        return new ParkedPosition(
                document.get("position", Number.class).longValue(),
                document.getString("sequence"),
                Instant.parse(document.getString("enqueuedAt")),
                Instant.parse(document.getString("lastTouched")),
                document.getString("causeType"),
                document.getString("causeMessage"));
    }
}
