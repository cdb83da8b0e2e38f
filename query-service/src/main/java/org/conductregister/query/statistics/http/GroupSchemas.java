package org.conductregister.query.statistics.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.ever.EverMembers;
import org.conductregister.query.statistics.rates.Rates;

/**
 * The parts of statistical answers whose fields are the dimensions: groups, differences, and the values of a member. Each
 * has every dimension of every unit as an optional property, with the words of all units that have it.
 */
final class GroupSchemas {

    /** The parameters of a population that are days. */
    static final List<String> DAYS = List.of("reportedFrom", "reportedTo", "referredFrom", "referredTo");

    private static final String GROUP = "Group";
    private static final String DIFFERENCE = "GroupDifference";
    /** The schema of the values of a member. */
    static final String VALUES = "DimensionValues";

    /** The schema of a population. */
    static final String POPULATION = "Population";

    private GroupSchemas() {}

    /** Adds them, and puts them into the answers where these have maps. */
    static void addTo(Components components) {
        components.addSchemas(
                GROUP,
                withRates(withCounts(
                        dimensions()
                                .description("A group of units: its values of the dimensions asked for, and how many."),
                        "count")));
        components.addSchemas(
                DIFFERENCE,
                withCounts(
                        dimensions()
                                .description(
                                        "A group that either table has: how many in the first, in the second, and the"
                                                + " second less the first."),
                        "count",
                        "count2",
                        "difference"));
        components.addSchemas(VALUES, values().description("The value of each dimension that the unit has."));
        components.addSchemas(POPULATION, population());
        put(components, "TableAnswer", "groups", listOf(GROUP));
        put(components, "Point", "groups", listOf(GROUP));
        put(components, "ExportAnswer", "groups", new ArraySchema().items(publishedGroup()));
        put(components, "Comparison", "difference", listOf(DIFFERENCE));
        put(components, "MemberAnswer", "values", ref(VALUES));
        for (String answer : List.of("TableAnswer", "SeriesAnswer", "MembersAnswer")) {
            put(components, answer, "population", ref(POPULATION));
            put(components, answer, "unit", units());
        }
    }

    /** The units, by their words. */
    static Schema<?> units() {
        return words(Arrays.stream(Unit.values()).map(Unit::word).toList());
    }

    /** The names of all dimensions, in the order of the units. */
    static Set<String> names() {
        return byName().keySet();
    }

    /** The names of the dimensions that a population can ask the past of. */
    static Set<String> everNames() {
        Set<String> names = new LinkedHashSet<>();
        for (Unit unit : Unit.values()) {
            Dimensions.of(EverMembers.lookedAt(unit)).forEach(dimension -> names.add(dimension.name()));
        }
        return names;
    }

    /** One value of a dimension, of any unit that has it. */
    static Schema<?> valueOf(String dimension) {
        List<Dimension> all = byName().getOrDefault(dimension, List.of());
        return switch (all.getFirst().values()) {
            case WORD ->
                words(all.stream()
                        .flatMap(each -> each.words().stream())
                        .distinct()
                        .toList());
            case CODE, CODES -> new StringSchema();
            case NUMBER -> new IntegerSchema().format("int32");
            case FINANCIAL_YEAR -> new StringSchema().pattern("^" + Dimension.FINANCIAL_YEAR.pattern() + "$");
            case FLAG -> new BooleanSchema();
        };
    }

    static Schema<?> words(List<String> words) {
        StringSchema schema = new StringSchema();
        schema.setEnum(words);
        return schema;
    }

    private static Map<String, List<Dimension>> byName() {
        Map<String, List<Dimension>> byName = new LinkedHashMap<>();
        for (Unit unit : Unit.values()) {
            for (Dimension dimension : Dimensions.of(unit)) {
                byName.computeIfAbsent(dimension.name(), name -> new ArrayList<>())
                        .add(dimension);
            }
        }
        return byName;
    }

    /** An object with every dimension as an optional property. */
    static Schema<?> dimensions() {
        Schema<?> schema = new ObjectSchema();
        names().forEach(name -> schema.addProperty(name, valueOf(name)));
        return schema;
    }

    /** The same of one unit, with a list where several values can hold. */
    private static Schema<?> values() {
        Schema<?> schema = dimensions();
        byName().forEach((name, all) -> {
            if (all.getFirst().severalHold()) {
                schema.addProperty(name, new ArraySchema().items(valueOf(name)));
            }
        });
        return schema;
    }

    /** Adds counts to an object's properties, and requires them alone. */
    static Schema<?> withCounts(Schema<?> schema, String... counts) {
        for (String count : counts) {
            schema.addProperty(count, new IntegerSchema().format("int64"));
        }
        schema.setRequired(List.of(counts));
        return schema;
    }

    /** Adds what a group has where rates are asked for. */
    static Schema<?> withRates(Schema<?> schema) {
        return schema.addProperty("headcount", new IntegerSchema().format("int64"))
                .addProperty("rate", new NumberSchema().format("double"))
                .addProperty(
                        Rates.MISSING,
                        new ArraySchema()
                                .items(new StringSchema())
                                .description("The forces of which a headcount is missing, where there is no rate."));
    }

    private static Schema<?> population() {
        Schema<?> schema = new ObjectSchema()
                .description("What the units are limited to, as it was asked for; empty where to nothing.");
        for (Filter filter : Filter.values()) {
            schema.addProperty(filter.parameter(), new ArraySchema().items(wordsOf(filter)));
        }
        for (String day : DAYS) {
            schema.addProperty(day, new DateSchema());
        }
        for (String name : everNames()) {
            schema.addProperty(Population.EVER + name, new ArraySchema().items(valueOf(name)));
        }
        return schema;
    }

    /** A word that a filter is asked by. */
    static Schema<?> wordsOf(Filter filter) {
        return filter.words().isEmpty() ? new StringSchema() : words(filter.words());
    }

    /** Describes a property of the schema of an answer. */
    static void put(Components components, String schema, String property, Schema<?> described) {
        Schema<?> answer = components.getSchemas().get(schema);
        if (answer == null || !answer.getProperties().containsKey(property)) {
            throw new IllegalStateException("No answer has %s.%s".formatted(schema, property));
        }
        answer.getProperties().put(property, described);
    }

    static Schema<?> listOf(String schema) {
        return new ArraySchema().items(ref(schema));
    }

    static Schema<?> ref(String schema) {
        return new Schema<>().$ref(schema);
    }

    /** A group of a table for publication: any value may be {@code TOTAL}, and a count that is hidden is a symbol. */
    private static Schema<?> publishedGroup() {
        return new ObjectSchema()
                .addProperty("count", new IntegerSchema().format("int64"))
                .addProperty("symbol", new StringSchema())
                .additionalProperties(true)
                .description(
                        "The values of the dimensions, TOTAL for all of one; with count, or symbol where it is hidden.");
    }
}
