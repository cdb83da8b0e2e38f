package org.conductregister.query.statistics.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;

/** The parts of answers about durations and flows whose fields are the dimensions. */
final class MovementSchemas {

    private static final String DURATIONS = "DurationsGroup";
    private static final String ENDED = "EndedDurations";
    private static final String OPEN = "OpenDurations";
    private static final String FLOWS = "FlowsGroup";

    private MovementSchemas() {}

    static void addTo(Components components) {
        components.addSchemas(
                ENDED,
                numbers("mean", "median", "p25", "p75", "p90", "shareOver")
                        .description(
                                "Of those that have reached both moments, in days of the clock; shares from 0 to 1."));
        components.addSchemas(
                OPEN,
                numbers("median", "shareOver")
                        .description("Of those that have reached the first moment alone: their ages at asAt."));
        Schema<?> durations = GroupSchemas.withCounts(
                GroupSchemas.dimensions()
                        .description("A group of units: its values of the dimensions asked for, and how long."),
                "leftOut");
        durations.addProperty("ended", GroupSchemas.ref(ENDED));
        durations.addProperty("open", GroupSchemas.ref(OPEN));
        durations.setRequired(List.of("ended", "open", "leftOut"));
        components.addSchemas(DURATIONS, durations);
        components.addSchemas(
                FLOWS,
                GroupSchemas.withRates(GroupSchemas.withCounts(
                        GroupSchemas.dimensions()
                                .description(
                                        "A group of units: its values at the end of the period, and what came and went."),
                        "start",
                        "received",
                        "closed",
                        "reopened",
                        "end")));
        GroupSchemas.put(components, "DurationsAnswer", "groups", GroupSchemas.listOf(DURATIONS));
        GroupSchemas.put(components, "FlowPeriod", "groups", GroupSchemas.listOf(FLOWS));
        for (String member : List.of("TimedMember", "MovedMember")) {
            GroupSchemas.put(components, member, "values", GroupSchemas.ref(GroupSchemas.VALUES));
        }
        for (String answer : List.of("DurationsAnswer", "DurationMembersAnswer", "FlowsAnswer", "FlowMembersAnswer")) {
            GroupSchemas.put(components, answer, "population", GroupSchemas.ref(GroupSchemas.POPULATION));
            GroupSchemas.put(components, answer, "unit", units());
        }
    }

    /** The units that durations and flows are of, by their words. */
    static Schema<?> units() {
        return GroupSchemas.words(
                MovementReader.UNITS.stream().map(unit -> unit.word()).toList());
    }

    /** A count, and numbers that are left out where there is nothing that they are of. */
    private static Schema<?> numbers(String... names) {
        Schema<?> schema = new ObjectSchema();
        schema.addProperty("count", new IntegerSchema().format("int64"));
        for (String name : names) {
            schema.addProperty(name, new NumberSchema().format("double"));
        }
        schema.setRequired(List.of("count"));
        return schema;
    }
}
