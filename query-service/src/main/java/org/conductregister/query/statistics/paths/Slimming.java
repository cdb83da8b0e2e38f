package org.conductregister.query.statistics.paths;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.conductregister.facts.Fact;
import org.conductregister.terms.AllegationId;
import org.conductregister.terms.Confidential;
import org.conductregister.terms.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts small to keep: without words about persons, which no count needs, and with each day, code and officer held
 * once however many facts name it.
 */
final class Slimming {

    private static final FreeText LEFT_OUT = new FreeText("…");

    private final Map<Object, Object> held = new HashMap<>();
    private final ClassValue<Parts> parts = new ClassValue<>() {
        @Override
        protected Parts computeValue(Class<?> type) {
            return Parts.of(type);
        }
    };

    Fact slim(Fact fact) {
        var of = parts.get(fact.getClass());
        try {
            var values = new Object[of.accessors().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = slim(of.accessors()[i].invoke(fact), of.required()[i]);
            }
            return (Fact) of.constructor().invoke(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record's own methods declare no exceptions", e);
        }
    }

    private @Nullable Object slim(@Nullable Object value, boolean required) {
        return switch (value) {
            case null -> null;
            case Confidential words -> required ? LEFT_OUT : null;
            case AllegationId rarelyNamedTwice -> rarelyNamedTwice;
            default -> held.computeIfAbsent(value, first -> first);
        };
    }

    private record Parts(MethodHandle[] accessors, boolean[] required, MethodHandle constructor) {

        static Parts of(Class<?> fact) {
            var components = fact.getRecordComponents();
            var required = new boolean[components.length];
            for (int i = 0; i < required.length; i++) {
                required[i] = !components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            }
            var accessors = Arrays.stream(components).map(Parts::accessor).toArray(MethodHandle[]::new);
            return new Parts(accessors, required, constructor(fact));
        }

        private static MethodHandle accessor(RecordComponent component) {
            try {
                var accessor = MethodHandles.lookup().unreflect(component.getAccessor());
                return accessor.asType(accessor.type().generic());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("facts are public", e);
            }
        }

        private static MethodHandle constructor(Class<?> fact) {
            try {
                var canonical = MethodHandles.lookup().unreflectConstructor(fact.getConstructors()[0]);
                return canonical
                        .asSpreader(Object[].class, fact.getRecordComponents().length)
                        .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("facts are public", e);
            }
        }
    }
}
