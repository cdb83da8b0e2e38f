package org.conductregister.entries;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.Correction.OfficerMarkedDuplicate;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact;
import org.conductregister.facts.PersonalDataFact;
import org.conductregister.facts.RecommendationFact;
import org.conductregister.facts.StoredAs;
import org.conductregister.terms.text.Confidential;
import org.jspecify.annotations.Nullable;

/**
 * One kind of fact: its name, the kind of record it goes on, and its fields. Read once from the sealed records, so that
 * a new fact needs no other registration.
 */
public final class FactType {

    private static final List<FactType> ALL =
            leaves(Fact.class).distinct().map(FactType::new).toList();
    private static final Map<String, FactType> BY_NAME =
            ALL.stream().collect(Collectors.toMap(FactType::name, type -> type, (a, b) -> a, LinkedHashMap::new));
    private static final Map<Class<?>, FactType> BY_CLASS =
            new HashMap<>(ALL.stream().collect(Collectors.toMap(FactType::javaType, type -> type)));

    private final Class<? extends Fact> javaType;
    private final Set<RecordKind> records;
    private final List<FactField> fields;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;

    /** The accessors of values that may name or describe a person. */
    private final MethodHandle[] textAccessors;

    private FactType(Class<? extends Fact> javaType) {
        this.javaType = javaType;
        this.records = recordsOf(javaType);
        this.fields =
                Arrays.stream(javaType.getRecordComponents()).map(FactField::of).toList();
        this.constructor = constructorOf(javaType);
        this.accessors = Arrays.stream(javaType.getRecordComponents())
                .map(FactType::accessorOf)
                .toArray(MethodHandle[]::new);
        this.textAccessors = IntStream.range(0, accessors.length)
                .filter(i -> fields.get(i).confidential())
                .mapToObj(i -> accessors[i])
                .toArray(MethodHandle[]::new);
    }

    /** Every kind once, in the order of the {@code permits} clauses read depth first. */
    public static List<FactType> all() {
        return ALL;
    }

    /** Returns the kinds that staff log, in the same order; those about personal data are made by calls of their own. */
    public static List<FactType> logged() {
        return ALL.stream().filter(FactType::isLogged).toList();
    }

    public static Optional<FactType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static FactType of(Fact fact) {
        return requireNonNull(BY_CLASS.get(fact.getClass()), "facts are of the sealed types");
    }

    /** The name in {@code docs/domain.md}, in JSON and on pages: {@code AllegationReported}. */
    public String name() {
        return javaType.getSimpleName();
    }

    /** The name in words, as on pages: "Allegation reported". */
    public String words() {
        var spaced = name().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    public Class<? extends Fact> javaType() {
        return javaType;
    }

    /** {@code case.closed}: the name in the event store, for ever. */
    public String storedName() {
        return storedAs().substring(0, storedAs().lastIndexOf('.'));
    }

    /** {@code 1}: counts the changes of the stored fields. */
    public String storedRevision() {
        return storedAs().substring(storedAs().lastIndexOf('.') + 1);
    }

    /** The kinds of record it can be logged on: one, but for corrections of entries. */
    public Set<RecordKind> records() {
        return records;
    }

    /** Returns the fields of a fact of this kind, the day and the note included. */
    public List<FactField> fields() {
        return fields;
    }

    /** Whether it is a correction, rather than something that happened. */
    public boolean isCorrection() {
        return Correction.class.isAssignableFrom(javaType);
    }

    /** Whether staff log facts of this kind. */
    public boolean isLogged() {
        return !PersonalDataFact.class.isAssignableFrom(javaType);
    }

    /** Whether the day may be left out, and is then today. */
    public boolean dayMayBeLeftOut() {
        return javaType == NoteAdded.class || isCorrection();
    }

    /** Returns the values of a fact of this kind: of {@link #fields()}, in their order, null where not stated. */
    public @Nullable Object[] values(Fact fact) {
        var values = new @Nullable Object[accessors.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = valueOf(accessors[i], fact);
        }
        return values;
    }

    /** Returns those values of a fact of this kind that are stated and may name or describe a person, in the order of {@link #fields()}. */
    public List<Confidential> texts(Fact fact) {
        List<Confidential> texts = List.of();
        for (var accessor : textAccessors) {
            if (valueOf(accessor, fact) instanceof Confidential text) {
                texts = texts.isEmpty() ? new ArrayList<>(textAccessors.length) : texts;
                texts.add(text);
            }
        }
        return texts;
    }

    /**
     * Creates a fact of this type.
     *
     * @param values of {@link #fields()}, in their order, null where not stated
     */
    public Fact create(@Nullable Object[] values) {
        try {
            return (Fact) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record's constructor declares no exceptions", e);
        }
    }

    private static @Nullable Object valueOf(MethodHandle accessor, Fact fact) {
        try {
            return accessor.invokeExact((Object) fact);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record's accessor declares no exceptions", e);
        }
    }

    @Override
    public String toString() {
        return name();
    }

    private String storedAs() {
        return javaType.getAnnotation(StoredAs.class).value();
    }

    /** A kind of fact that is in several groups comes up in each. */
    private static Stream<Class<? extends Fact>> leaves(Class<? extends Fact> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .map(subclass -> subclass.asSubclass(Fact.class))
                        .flatMap(FactType::leaves);
    }

    private static Set<RecordKind> recordsOf(Class<? extends Fact> type) {
        var kinds = new ArrayList<RecordKind>();
        if (CaseFact.class.isAssignableFrom(type)) {
            kinds.add(RecordKind.CASE);
        } else if (OfficerFact.class.isAssignableFrom(type)) {
            kinds.add(RecordKind.OFFICER);
        } else if (RecommendationFact.class.isAssignableFrom(type)) {
            kinds.add(RecordKind.RECOMMENDATION);
        } else if (PersonalDataFact.class.isAssignableFrom(type)) {
            kinds.addAll(List.of(RecordKind.CASE, RecordKind.OFFICER));
        } else if (type == CaseMarkedDuplicate.class) {
            kinds.add(RecordKind.CASE);
        } else if (type == OfficerMarkedDuplicate.class) {
            kinds.add(RecordKind.OFFICER);
        } else {
            kinds.addAll(EnumSet.allOf(RecordKind.class));
        }
        return EnumSet.copyOf(kinds);
    }

    private static MethodHandle accessorOf(RecordComponent component) {
        try {
            var accessor = MethodHandles.lookup().unreflect(component.getAccessor());
            return accessor.asType(accessor.type().generic());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("facts are public", e);
        }
    }

    private static MethodHandle constructorOf(Class<? extends Fact> type) {
        try {
            var canonical = MethodHandles.lookup().unreflectConstructor(type.getConstructor(componentTypes(type)));
            return canonical
                    .asSpreader(Object[].class, type.getRecordComponents().length)
                    .asType(MethodType.methodType(Fact.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("facts are public records", e);
        }
    }

    private static Class<?>[] componentTypes(Class<? extends Fact> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
    }
}
