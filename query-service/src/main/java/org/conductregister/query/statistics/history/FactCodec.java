package org.conductregister.query.statistics.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.VarintReader;
import org.conductregister.query.statistics.column.VarintWriter;
import org.conductregister.terms.AllegationId;
import org.conductregister.terms.Confidential;
import org.conductregister.terms.FreeText;
import org.conductregister.terms.OfficerId;
import org.conductregister.terms.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Makes few bytes of facts, and facts of them again: without words about persons, which no count needs, and with a number
 * for each value that other facts may state as well.
 */
final class FactCodec {

    private static final FreeText LEFT_OUT = new FreeText("…");

    private final RecordDictionary names;
    private final Map<Class<?>, ValueNumbers> vocabularies = new LinkedHashMap<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final Map<Class<?>, Integer> numbers = new HashMap<>();

    /** How the facts of one type are written. */
    private record Shape(FactType type, List<Field> fields) {}

    /** How one field is written. Allegations are numbered within their record. */
    private interface Field {

        /** The value as it will be read. */
        @Nullable
        Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter ink);

        @Nullable
        Object read(VarintReader from, List<AllegationId> allegations);
    }

    FactCodec(RecordDictionary names) {
        this.names = names;
        for (var type : FactType.all()) {
            numbers.put(type.javaType(), shapes.size());
            var components = type.javaType().getRecordComponents();
            var fields = new ArrayList<Field>();
            for (int i = 0; i < components.length; i++) {
                fields.add(field(components[i].getType(), type.fields().get(i).required()));
            }
            shapes.add(new Shape(type, List.copyOf(fields)));
        }
    }

    /**
     * @param allegations those that the facts of the record have named so far; one named first is added
     * @return the fact as it will be read
     */
    Fact write(Fact fact, List<AllegationId> allegations, VarintWriter ink) {
        int number = numbers.get(fact.getClass());
        var shape = shapes.get(number);
        ink.octet(number);
        var values = shape.type().values(fact);
        boolean same = true;
        for (int i = 0; i < values.length; i++) {
            var kept = shape.fields().get(i).write(values[i], allegations, ink);
            same &= kept == values[i];
            values[i] = kept;
        }
        return same ? fact : shape.type().create(values);
    }

    Fact read(VarintReader from, List<AllegationId> allegations) {
        var shape = shapes.get(from.octet());
        var values = new Object[shape.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = shape.fields().get(i).read(from, allegations);
        }
        return shape.type().create(values);
    }

    private Field field(Class<?> type, boolean required) {
        if (Confidential.class.isAssignableFrom(type)) {
            return new LeftOut(required ? leftOut(type) : null);
        }
        if (type == AllegationId.class) {
            return new AllegationField();
        }
        if (type == OfficerId.class) {
            return new OfficerField();
        }
        if (type == EntryId.class) {
            return new EntryField();
        }
        return new Word(vocabularies.computeIfAbsent(type, ValueNumbers::new));
    }

    private static Object leftOut(Class<?> type) {
        return type == PersonName.class ? new PersonName(LEFT_OUT.value()) : LEFT_OUT;
    }

    private record LeftOut(@Nullable Object instead) implements Field {

        @Override
        public @Nullable Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter ink) {
            return instead;
        }

        @Override
        public @Nullable Object read(VarintReader from, List<AllegationId> allegations) {
            return instead;
        }
    }

    private record Word(ValueNumbers vocabulary) implements Field {

        @Override
        public @Nullable Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter ink) {
            if (value == null) {
                ink.number(0);
                return null;
            }
            int number = vocabulary.numberOf(value);
            ink.number(1 + number);
            return vocabulary.value(number);
        }

        @Override
        public @Nullable Object read(VarintReader from, List<AllegationId> allegations) {
            int number = from.number();
            return number == 0 ? null : vocabulary.value(number - 1);
        }
    }

    private final class OfficerField implements Field {

        @Override
        public @Nullable Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter ink) {
            ink.number(value == null ? 0 : 1 + names.numberOf(RecordKind.OFFICER, ((OfficerId) value).value()));
            return value;
        }

        @Override
        public @Nullable Object read(VarintReader from, List<AllegationId> allegations) {
            int number = from.number();
            return number == 0 ? null : new OfficerId(names.idOf(number - 1));
        }
    }

    /** By its number in the record; spelt out where it is named first. */
    private static final class AllegationField implements Field {

        @Override
        public @Nullable Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter ink) {
            var id = (AllegationId) value;
            int number = allegations.indexOf(id);
            if (number >= 0) {
                ink.number(number);
            } else {
                ink.number(allegations.size());
                ink.word(id.value());
                allegations.add(id);
            }
            return id;
        }

        @Override
        public Object read(VarintReader from, List<AllegationId> allegations) {
            int number = from.number();
            if (number == allegations.size()) {
                allegations.add(new AllegationId(from.word()));
            }
            return allegations.get(number);
        }
    }

    /** By its key: of the entries of one record no two have the same. */
    private static final class EntryField implements Field {

        @Override
        public @Nullable Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter ink) {
            long key = keyOf((EntryId) value);
            ink.key(key);
            return entryOf(key);
        }

        @Override
        public Object read(VarintReader from, List<AllegationId> allegations) {
            return entryOf(from.key());
        }
    }

    /**
     * 48 bits mixed of all of an identifier: of a million records of a dozen entries each, the chance that there are two
     * alike in any is one in four million.
     */
    static long keyOf(EntryId id) {
        long mixed = (id.value().getMostSignificantBits() * 0x9E3779B97F4A7C15L
                        ^ id.value().getLeastSignificantBits())
                * 0xC2B2AE3D27D4EB4FL;
        return mixed >>> Long.SIZE - VarintWriter.KEY_BITS;
    }

    /** Stands for the entry of a key. */
    static EntryId entryOf(long key) {
        return new EntryId(new UUID(0, key));
    }

    Image image() {
        return new Image(vocabularies.values().stream().map(ValueNumbers::image).toList());
    }

    /** The numbers that types and values had. */
    record Image(List<ValueNumbers.Image> vocabularies) {

        public void save(SaveStream to) throws IOException {
            to.number(declared().size());
            for (var name : declared()) {
                to.text(name);
            }
            for (var vocabulary : vocabularies) {
                vocabulary.save(to);
            }
        }
    }

    /** @throws IOException when it was saved of other types of facts */
    void load(LoadStream from) throws IOException {
        var saved = new ArrayList<String>();
        int size = from.number();
        for (int i = 0; i < size; i++) {
            saved.add(from.text());
        }
        if (!saved.equals(declared())) {
            throw new IOException("saved of other types of facts than there are now");
        }
        for (var vocabulary : vocabularies.values()) {
            vocabulary.load(from);
        }
    }

    /** Every type and its fields, in the order declared: what the numbers of types depend on. */
    private static List<String> declared() {
        return FactType.all().stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type.storedName() + "." + type.storedRevision()),
                        type.fields().stream().map(field -> field.name())))
                .toList();
    }
}
