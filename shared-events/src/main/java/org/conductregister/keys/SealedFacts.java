package org.conductregister.keys;

import static java.util.stream.Collectors.toMap;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.eventstore.stored.NewEvent;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.facts.Fact;
import org.conductregister.facts.PersonalDataFact.PersonalDataErased;
import org.conductregister.facts.StoredAs;
import org.conductregister.terms.text.Confidential;
import org.conductregister.terms.text.PersonName;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Seals the personal text of facts: every {@link Confidential} field, names with the key of the person and all others with the key of
 * the record. The entry, the field and the subject are authenticated with it (AES-GCM's associated data), so a text moved to
 * another place is not opened there. Thread-safe.
 */
public final class SealedFacts implements PayloadSeal {

    private static final JsonMapper JSON =
            FactJson.mapper().rebuild().addModule(new SealingModule()).build();
    private static final Map<Class<?>, ObjectWriter> WRITERS =
            FactType.all().stream().collect(toMap(FactType::javaType, type -> JSON.writerFor(type.javaType())));

    /** The form in which an erased text is read, as JSON spells it. */
    private static final String ERASED = '"' + Confidential.ERASED + '"';

    /** The stored name of the fact that keys are destroyed. */
    static final String ERASURE =
            PersonalDataErased.class.getAnnotation(StoredAs.class).value().replaceFirst("\\.\\d+$", "");

    private final DataKeys keys;

    public SealedFacts(DataKeys keys) {
        this.keys = keys;
    }

    /**
     * An entry whose texts are sealed.
     *
     * @param recordedAt null for one that is being recorded
     */
    private record Place(
            String entryId,
            String record,
            DataKeys keys,
            @Nullable Instant recordedAt) {

        String associated(String field, String subject, int generation) {
            return String.join("\n", entryId, field, subject, Integer.toString(generation));
        }

        String seal(String field, Confidential text, String json) {
            var subject = Subjects.of(text, record);
            var key = recordedAt == null ? keys.current(subject) : keys.at(subject, recordedAt);
            if (key.isErased()) {
                return ERASED;
            }
            return SealedJson.written(
                    text instanceof PersonName,
                    key.generation(),
                    key.seal(SealedJson.padded(json), associated(field, subject, key.generation())));
        }
    }

    private static final class SealingModule extends SimpleModule {

        private static final long serialVersionUID = 1;

        SealingModule() {
            super("sealing");
            addSerializer(Confidential.class, new ConfidentialSerializer());
        }
    }

    private static final class ConfidentialSerializer extends StdSerializer<Confidential> {

        ConfidentialSerializer() {
            super(Confidential.class);
        }

        @Override
        public void serialize(Confidential text, JsonGenerator out, SerializationContext context) {
            if (text.isErased()) {
                out.writeString(text.value());
                return;
            }
            var place = (Place) Objects.requireNonNull(context.getAttribute(Place.class), "the entry is known");
            out.writeRawValue(
                    place.seal(fieldOf(out.streamWriteContext()), text, JSON.writeValueAsString(text.value())));
        }

        private static String fieldOf(TokenStreamContext at) {
            var above = at.getParent();
            return above == null || above.inRoot() ? at.currentName() : fieldOf(above) + "/" + at.currentName();
        }
    }

    @Override
    public List<NewEvent> sealed(List<NewEvent> events) {
        var personal = new boolean[events.size()];
        var begun = new HashSet<String>();
        var subjects = new HashSet<String>();
        var fresh = new HashSet<String>();
        for (int i = 0; i < personal.length; i++) {
            var event = events.get(i);
            var record = event.aggregateIdentifier();
            var own = new ArrayList<String>(2);
            Subjects.addAll((Fact) event.fact(), record, own);
            personal[i] = !own.isEmpty();
            subjects.addAll(own);
            if (event.sequence() == 0) {
                begun.add(record);
            }
            if (begun.contains(record)) {
                fresh.addAll(own);
            }
        }
        if (subjects.isEmpty()) {
            return events;
        }
        keys.require(subjects, fresh);
        var sealed = new ArrayList<NewEvent>(events.size());
        for (int i = 0; i < personal.length; i++) {
            sealed.add(personal[i] ? sealed(events.get(i)) : events.get(i));
        }
        return sealed;
    }

    private NewEvent sealed(NewEvent event) {
        return event.withPayload(write(event.entryId().toString(), event.aggregateIdentifier(), (Fact) event.fact()));
    }

    /** Returns the JSON of a fact with its personal text sealed, as the log and the views keep it. */
    public String seal(String entryId, String record, Fact fact) {
        var subjects = new HashSet<String>();
        Subjects.addAll(fact, record, subjects);
        keys.require(subjects);
        return write(entryId, record, fact);
    }

    /**
     * Returns the JSON of a fact that is in the log, as a view keeps it: sealed with the keys that there were when it was recorded. Where
     * these are erased by now, its texts are not in it.
     */
    public String sealRecorded(String entryId, String record, Fact fact, Instant recordedAt) {
        var subjects = new HashSet<String>();
        Subjects.addAll(fact, record, subjects);
        keys.prefetch(subjects);
        return write(new Place(entryId, record, keys, recordedAt), fact);
    }

    /** Returns an entry as {@link FactJson#of} writes it, its personal text sealed. */
    public ObjectNode json(Entry entry) {
        var json = FactJson.of(entry);
        var fact = seal(entry.entryId().toString(), entry.record().toString(), entry.fact());
        return json.setAll((ObjectNode) FactJson.mapper().readTree(fact));
    }

    /** Returns the entry that {@link #json} wrote, its personal text opened. */
    public JsonNode opened(String record, JsonNode entry) {
        return FactJson.mapper().readTree(open(entry.get("entryId").stringValue(), record, entry.toString()));
    }

    private String write(String entryId, String record, Fact fact) {
        return write(new Place(entryId, record, keys, null), fact);
    }

    private static String write(Place place, Fact fact) {
        return Objects.requireNonNull(WRITERS.get(fact.getClass()))
                .withAttribute(Place.class, place)
                .writeValueAsString(fact);
    }

    /**
     * Returns the payloads of events with the texts sealed that lie in them in clear, in their order: those of a log that was
     * written before there were keys.
     */
    public List<String> sealedAnew(List<StoredEvent> events) {
        var facts = new ArrayList<@Nullable Fact>(events.size());
        var subjects = new HashSet<String>();
        for (var event : events) {
            var fact = SealedJson.isAnythingSealedIn(event.payload()) ? null : factOf(event);
            facts.add(fact);
            if (fact != null) {
                Subjects.addAll(fact, event.aggregateIdentifier(), subjects);
            }
        }
        keys.require(subjects);
        var sealed = new ArrayList<String>(events.size());
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var fact = facts.get(i);
            sealed.add(fact == null ? event.payload() : write(event.entryId(), event.aggregateIdentifier(), fact));
        }
        return sealed;
    }

    /** Returns the fact of an event that was stored when each had its first form. */
    private static Fact factOf(StoredEvent event) {
        var type = FactType.all().stream()
                .filter(each -> each.storedName().equals(event.type().name()))
                .findFirst()
                .orElseThrow(() -> new KeysUnusableException(
                        "Entry %s has a type that this program does not know: %s."
                                .formatted(event.entryId(), event.type()),
                        null));
        return FactJson.mapper().readerFor(type.javaType()).readValue(event.payload());
    }

    @Override
    public String opened(StoredEvent event) {
        if (event.type().name().equals(ERASURE)) {
            DataKeys.subjectsOf(event.aggregateIdentifier())
                    .forEach(subject -> keys.ensureErased(subject, event.recordedAt()));
        }
        return open(event.entryId(), event.aggregateIdentifier(), event.payload());
    }

    /**
     * Returns the JSON of a fact with its personal text opened; {@link Confidential#ERASED} in the place of each whose key is
     * erased. What was never sealed stays as it is.
     *
     * @throws KeysUnusableException if a key is missing, or what is sealed is not what once was
     */
    public String open(String entryId, String record, String json) {
        if (!SealedJson.isAnythingSealedIn(json)) {
            return json;
        }
        var place = new Place(entryId, record, keys, null);
        return SealedJson.opened(json, (field, name, generation, text) -> open(place, field, name, generation, text));
    }

    private String open(Place place, String field, boolean name, int generation, String sealed) {
        var subject = name ? Subjects.ofNamesOn(place.record()) : place.record();
        try {
            var text = keys.sealedWith(subject, generation).open(sealed, place.associated(field, subject, generation));
            return text == null ? ERASED : text.strip();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeysUnusableException(
                    "The field %s of entry %s is not what was once sealed there, or its key is another's."
                            .formatted(field, place.entryId()),
                    e);
        }
    }

    @Override
    public void prepareToOpen(List<StoredEvent> events) {
        var subjects = new HashSet<String>();
        for (var event : events) {
            if (SealedJson.isAnythingSealedIn(event.payload())) {
                subjects.add(event.aggregateIdentifier());
                if (event.payload().contains("\"sealed\":\"n")) {
                    subjects.add(Subjects.ofNamesOn(event.aggregateIdentifier()));
                }
            }
        }
        keys.prefetch(subjects);
    }

    /** Has at hand the keys of records, so that they are not asked for one by one. */
    public void prepareToOpen(Set<String> records) {
        var subjects = new HashSet<>(records);
        records.forEach(record -> subjects.add(Subjects.ofNamesOn(record)));
        keys.prefetch(subjects);
    }
}
