package org.conductregister.entries;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conductregister.entries.MalformedEntryException.Code;
import org.conductregister.entries.MalformedEntryException.Fault;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.identifiers.CaseId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads entries from JSON trees, strictly: unknown fields, missing fields and wrong types are faults. All faults of an
 * entry are reported at once.
 */
public final class EntryReader {

    private final CodeLists codeLists;

    public EntryReader(CodeLists codeLists) {
        this.codeLists = codeLists;
    }

    /**
     * Reads one entry.
     *
     * @param json one entry; left as it is
     * @param expected whose record it must go on; null where the entry itself has to say
     * @param today the day of a note or correction that states none
     * @throws MalformedEntryException when it is not an entry; the message names each field
     */
    public Entry read(JsonNode json, @Nullable RecordId expected, LocalDate today) {
        if (!(json instanceof ObjectNode object)) {
            throw new MalformedEntryException(Code.ENTRY_INVALID, "", "an entry must be a JSON object");
        }
        var reading = new Reading(object, typeOf(object, ""), "");
        reading.known.add("entryId");
        var record = reading.record(expected);
        var entryId = reading.entryId();
        var fact = reading.fact(today, record);
        reading.refuseUnknownFields();
        if (record == null || fact == null || !reading.faults.isEmpty()) {
            throw new MalformedEntryException(reading.faults);
        }
        boolean dayAssumed = !object.hasNonNull("occurredOn");
        return new Entry(entryId == null ? EntryId.random() : entryId, record, fact, dayAssumed);
    }

    /** @param at the pointer of the object */
    private static FactType typeOf(ObjectNode object, String at) {
        var type = object.get("type");
        if (type == null || type.isNull()) {
            throw new MalformedEntryException(Code.FIELD_MISSING, at + "/type", "is missing");
        }
        if (!type.isString()) {
            throw new MalformedEntryException(Code.FIELD_INVALID, at + "/type", "must be a string");
        }
        return FactType.named(type.stringValue())
                .filter(FactType::isLogged)
                .orElseThrow(() -> new MalformedEntryException(
                        Code.TYPE_UNKNOWN, at + "/type", "is not a kind of fact that the register knows"));
    }

    private final class Reading {

        private final ObjectNode object;
        private final FactType type;

        /** The pointer of the object: empty for the entry, {@code /fact} for the fact that a correction states. */
        private final String at;

        private final Set<String> known = new HashSet<>(Set.of("type"));
        private final List<Fault> faults = new ArrayList<>();

        Reading(ObjectNode object, FactType type, String at) {
            this.object = object;
            this.type = type;
            this.at = at;
        }

        /** The record it goes on; null only together with a fault. */
        @Nullable
        RecordId record(@Nullable RecordId expected) {
            RecordId named = null;
            for (var kind : type.records()) {
                known.add(kind.idField());
                var id = object.get(kind.idField());
                if (id == null || id.isNull()) {
                    continue;
                }
                if (named != null) {
                    fault(Code.RECORD_MISMATCH, kind.idField(), "names a second record; an entry goes on one");
                    return null;
                }
                try {
                    named = new RecordId(
                            kind, ((CaseId) FieldType.of(CaseId.class).read(id)).value());
                } catch (IllegalArgumentException e) {
                    fault(Code.FIELD_INVALID, kind.idField(), reason(e));
                    return null;
                }
            }
            return expected == null ? named(named) : matching(named, expected);
        }

        private @Nullable RecordId named(@Nullable RecordId named) {
            if (named == null) {
                var fields = type.records().stream().map(RecordKind::idField).toList();
                fault(
                        Code.FIELD_MISSING,
                        fields.getFirst(),
                        "is missing: " + type + " goes on the record of " + String.join(" or ", fields));
            }
            return named;
        }

        private @Nullable RecordId matching(@Nullable RecordId named, RecordId expected) {
            if (!type.records().contains(expected.kind())) {
                fault(Code.RECORD_MISMATCH, "type", notLoggedOn(type, expected));
                return null;
            }
            if (named != null && !named.equals(expected)) {
                fault(Code.RECORD_MISMATCH, named.kind().idField(), "is not the record in the address");
                return null;
            }
            return expected;
        }

        @Nullable
        EntryId entryId() {
            var id = object.get("entryId");
            return id == null || id.isNull() ? null : (EntryId) value("entryId", FieldType.of(EntryId.class), id);
        }

        /** The fact; null only together with a fault. */
        @Nullable
        Fact fact(LocalDate today, @Nullable RecordId record) {
            var fields = type.fields();
            var values = new @Nullable Object[fields.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(fields.get(i), today, record);
            }
            fields.forEach(this::refuseOutOfPlace);
            return faults.isEmpty() ? type.create(values) : null;
        }

        private @Nullable Object value(FactField field, LocalDate today, @Nullable RecordId record) {
            known.add(field.name());
            var json = object.get(field.name());
            if (json == null || json.isNull()) {
                if (field.name().equals("occurredOn") && at.isEmpty() && type.dayMayBeLeftOut()) {
                    return today;
                }
                if (field.required()) {
                    fault(Code.FIELD_MISSING, field.name(), "is missing");
                }
                return null;
            }
            if (field.kind() == FactField.Kind.FACT && json instanceof ObjectNode fact) {
                return stated(field.name(), fact, today, record);
            }
            var value = value(field.name(), field.type(), json);
            var codeList = field.codeList();
            if (value != null && codeList != null) {
                refuseUnknownCodes(codeList, field.name(), json);
            }
            return value;
        }

        private @Nullable Object value(String name, FieldType fieldType, JsonNode json) {
            try {
                return fieldType.read(json);
            } catch (IllegalArgumentException e) {
                fault(Code.FIELD_INVALID, name, reason(e));
                return null;
            }
        }

        /** The fact that a correction states: one that its record takes, without identity or record of its own. */
        private @Nullable Fact stated(String name, ObjectNode json, LocalDate today, @Nullable RecordId record) {
            var pointer = "/" + name;
            FactType kind;
            try {
                kind = typeOf(json, pointer);
            } catch (MalformedEntryException e) {
                faults.addAll(e.faults());
                return null;
            }
            if (kind.isCorrection()) {
                fault(Code.FIELD_INVALID, name + "/type", "is a correction, which is retracted and not corrected");
                return null;
            }
            if (record != null && !kind.records().contains(record.kind())) {
                fault(Code.RECORD_MISMATCH, name + "/type", notLoggedOn(kind, record));
                return null;
            }
            var reading = new Reading(json, kind, pointer);
            var fact = reading.fact(today, record);
            reading.refuseUnknownFields();
            faults.addAll(reading.faults);
            return reading.faults.isEmpty() ? fact : null;
        }

        /** Where the other field is itself at fault, that is named alone. */
        private void refuseOutOfPlace(FactField field) {
            var condition = field.condition();
            if (condition == null || isFaulty(field.name()) || isFaulty(condition.field())) {
                return;
            }
            boolean holds = condition.holds(object);
            boolean stated = object.hasNonNull(field.name());
            var where = condition.field() + " " + String.join(" or ", condition.words());
            if (stated && !holds) {
                fault(Code.FIELD_INVALID, field.name(), "is stated only with " + where);
            } else if (!stated && holds && condition.required()) {
                fault(Code.FIELD_MISSING, field.name(), "is missing: it must be stated with " + where);
            }
        }

        private boolean isFaulty(String name) {
            return faults.stream().anyMatch(fault -> fault.pointer().equals(at + "/" + name));
        }

        private void refuseUnknownCodes(CodeList codeList, String name, JsonNode json) {
            if (json.isArray()) {
                for (int i = 0; i < json.size(); i++) {
                    refuseUnknownCode(codeList, name + "/" + i, json.get(i).stringValue());
                }
            } else {
                refuseUnknownCode(codeList, name, json.stringValue());
            }
        }

        private void refuseUnknownCode(CodeList codeList, String at, String code) {
            if (!codeLists.knows(codeList, code)) {
                fault(
                        Code.CODE_UNKNOWN,
                        at,
                        "is not on the code list " + codeList.path() + "; an administrator can add it");
            }
        }

        void refuseUnknownFields() {
            for (var name : object.propertyNames()) {
                if (!known.contains(name)) {
                    var pointer = Utf8.printable(name).replace("~", "~0").replace("/", "~1");
                    fault(Code.FIELD_UNKNOWN, pointer, "is not a field of " + type);
                }
            }
        }

        private void fault(Code code, String field, String detail) {
            faults.add(new Fault(code, at + "/" + field, detail));
        }
    }

    private static String reason(IllegalArgumentException e) {
        return requireNonNullElse(e.getMessage(), "cannot be read");
    }

    private static String notLoggedOn(FactType type, RecordId record) {
        return type + " is not logged on the record of " + article(record.kind()) + " "
                + record.kind().word();
    }

    private static String article(RecordKind kind) {
        return kind == RecordKind.OFFICER ? "an" : "a";
    }
}
