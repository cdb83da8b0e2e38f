package org.conductregister.web.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says of the records in answers which properties are always there: all but those that are {@link Nullable}, and
 * collections where the record, or the component, leaves empty ones out. Maps of any values are described as such.
 */
final class RecordSchemas implements ModelConverter {

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        JavaType java = Json.mapper().constructType(type.getType());
        if (resolved != null && java != null && java.getRawClass().isRecord()) {
            Schema<?> model = modelOf(resolved, context);
            if (model != null && model.getProperties() != null) {
                model.getProperties().values().forEach(RecordSchemas::openToAnyValue);
                model.setRequired(Stream.concat(
                                Stream.ofNullable(model.getRequired()).flatMap(List::stream),
                                alwaysThere(java.getRawClass(), model).stream())
                        .distinct()
                        .toList());
            }
        }
        return resolved;
    }

    /** A map of any values would be described as one of objects, though there are words and numbers in it. */
    private static void openToAnyValue(Schema<?> property) {
        if (property.getAdditionalProperties() instanceof Schema<?> values
                && "object".equals(values.getType())
                && values.get$ref() == null
                && values.getProperties() == null
                && values.getAdditionalProperties() == null) {
            property.setAdditionalProperties(true);
        }
    }

    private static @Nullable Schema<?> modelOf(Schema<?> resolved, ModelConverterContext context) {
        String ref = resolved.get$ref();
        return ref == null ? resolved : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static List<String> alwaysThere(Class<?> type, Schema<?> model) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !isNullable(component))
                .filter(component -> !Collection.class.isAssignableFrom(component.getType())
                        || !(leavesEmptyOut(type) || leavesEmptyOut(component.getAccessor())))
                .map(RecordComponent::getName)
                .filter(model.getProperties()::containsKey)
                .toList();
    }

    private static boolean leavesEmptyOut(AnnotatedElement element) {
        JsonInclude include = element.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_EMPTY;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
