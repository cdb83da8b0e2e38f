package org.conductregister.query.casefile;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.Document;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.projections.View;
import org.conductregister.terms.CaseId;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/** Files every entry with its record, and every case with the officers named in it. */
@Component
class CaseFilesView implements View {

    private static final String NAME = "casefiles";

    private final RecordFiles files;
    private final TouchedCases touched;
    private final MongoCollection<Document> heads;
    private final Head head = new Head();
    private final RecordFiles.Batch pending = new RecordFiles.Batch();

    CaseFilesView(RecordFiles files, TouchedCases touched, MongoDatabaseFactory mongo) {
        this.files = files;
        this.touched = touched;
        this.heads = mongo.getMongoDatabase().getCollection("heads");
        var kept = heads.find(new Document("_id", NAME)).first();
        if (kept != null) {
            head.moveTo(
                    kept.getLong("position"), Instant.EPOCH.plus(kept.getLong("recordedAtMicros"), ChronoUnit.MICROS));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public void apply(RecordedEntry entry) {
        var record = entry.entry().record();
        pending.file(record, FiledEntry.of(entry));
        if (record.kind() == RecordKind.CASE) {
            touched.touch(new CaseId(record.id()), entry.recordedAt());
        }
        var officer = NamesOfficer.namedIn(entry.entry().fact());
        if (officer != null) {
            pending.named(RecordId.of(officer), new CaseId(record.id()));
        }
    }

    @Override
    public void commit(long position, Instant recordedAt) {
        files.add(pending);
        heads.replaceOne(
                new Document("_id", NAME),
                new Document("_id", NAME)
                        .append("position", position)
                        .append("recordedAtMicros", ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt)),
                new ReplaceOptions().upsert(true));
        pending.clear();
        head.moveTo(position, recordedAt);
    }

    @Override
    public void reset() {
        heads.deleteOne(new Document("_id", NAME));
        head.reset();
        files.clear();
        pending.clear();
    }
}
