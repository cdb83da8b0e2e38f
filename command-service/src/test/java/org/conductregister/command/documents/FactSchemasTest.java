package org.conductregister.command.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of each kind of fact, held against the service that it is about. */
@RegisterTest
class FactSchemasTest {

    /** The entries that must be on the record before the example, where those are more than {@link #usually} says. */
    private static final Map<String, List<String>> BEFORE = Map.ofEntries(
            Map.entry("OfficerIdentified", List.of("CaseOpened", "AllegationReported against nobody")),
            Map.entry("InvestigationModeDecided", List.of("CaseOpened", "CaseReferredToWatchdog")),
            Map.entry("InvestigationSuspended", List.of("CaseOpened", "InvestigationStarted")),
            Map.entry("InvestigationResumed", List.of("CaseOpened", "InvestigationStarted", "InvestigationSuspended")),
            Map.entry("InvestigationCompleted", List.of("CaseOpened", "InvestigationStarted")),
            Map.entry("ProceedingsWithdrawn", List.of("CaseOpened", "AllegationReported", "ProceedingsListed")),
            Map.entry("AppealLodged", List.of("CaseOpened", "AllegationReported", "MisconductFindingMade")),
            Map.entry(
                    "AppealDecided",
                    List.of("CaseOpened", "AllegationReported", "MisconductFindingMade", "AppealLodged")),
            Map.entry("CriminalVerdictReached", List.of("CaseOpened", "AllegationReported", "OfficerCharged")),
            Map.entry(
                    "SentencePassed",
                    List.of("CaseOpened", "AllegationReported", "OfficerCharged", "CriminalVerdictReached")),
            Map.entry("CriminalCaseDiscontinued", List.of("CaseOpened", "AllegationReported", "OfficerCharged")),
            Map.entry(
                    "ConvictionQuashed",
                    List.of("CaseOpened", "AllegationReported", "OfficerCharged", "CriminalVerdictReached")),
            Map.entry("CaseReopened", List.of("CaseOpened", "CaseClosed")),
            Map.entry("OfficerReturnedToFullDuties", List.of("OfficerRegistered", "OfficerSuspended")),
            Map.entry("OfficerDelisted", List.of("OfficerRegistered", "OfficerBarred")));

    private final Caller handler;
    private final ApiDocument document;

    FactSchemasTest(@Autowired EventLog log, @LocalServerPort int port) {
        var caller = new Caller(port, log);
        this.handler = caller.as("handler");
        this.document = ApiDocument.read(caller);
    }

    static List<FactType> types() {
        return FactType.logged();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theExampleIsTakenWhereItsTurnIs(FactType type) {
        var id = UUID.randomUUID().toString();
        before(type, id);

        log(type, id, example(type, id)).is(201);
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsRequiredIsMissedAndWhatIsNotInTheSchemaIsRefused(FactType type) {
        var id = UUID.randomUUID().toString();
        before(type, id);
        var required = document.schema(type.name()).get("required").values().stream()
                .map(JsonNode::stringValue)
                .toList();

        for (var field : required) {
            var without = example(type, id).without(field);
            log(type, id, without).isProblem(400, "FIELD_MISSING", "/" + field + " FIELD_MISSING");
        }
        log(type, id, example(type, id).put("unheardOf", 1))
                .isProblem(400, "FIELD_UNKNOWN", "/unheardOf FIELD_UNKNOWN");
        assertThat(document.schema(type.name()).get("additionalProperties").booleanValue())
                .isFalse();
        for (var field : document.schema(type.name()).get("properties").propertyNames()) {
            if (!required.contains(field) && !requiredInTheExample(type, field)) {
                var without = example(type, id).without(field);
                assertThat(log(type, id, without).text())
                        .as("without %s", field)
                        .doesNotContain("FIELD_MISSING");
                id = UUID.randomUUID().toString();
                before(type, id);
            }
        }
    }

    /** Whether it depends on another field that is as the example has it. */
    private boolean requiredInTheExample(FactType type, String name) {
        var example = (ObjectNode) document.schema(type.name()).get("example");
        return type.fields().stream()
                .filter(field -> field.name().equals(name) && field.condition() != null)
                .anyMatch(field ->
                        field.condition().required() && field.condition().holds(example));
    }

    @Test
    void anEntryIsAnyOfThoseOfItsRecordToldApartByType() {
        for (var kind : RecordKind.values()) {
            var union = document.schema(FactSchemas.entryOn(kind));
            var names = FactType.logged().stream()
                    .filter(type -> type.records().contains(kind))
                    .map(FactType::name)
                    .toList();

            assertThat(union.at("/discriminator/propertyName").stringValue()).isEqualTo("type");
            assertThat(union.at("/discriminator/mapping").propertyNames()).containsExactlyInAnyOrderElementsOf(names);
            assertThat(union.get("oneOf"))
                    .extracting(each -> each.get("$ref").stringValue().replaceFirst(".*/", ""))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private void before(FactType type, String id) {
        for (var earlier : BEFORE.getOrDefault(type.name(), usually(type))) {
            var name = earlier.replaceFirst(" .*", "");
            var entry = example(FactType.named(name).orElseThrow(), id);
            if (earlier.endsWith(" against nobody")) {
                entry.remove("officerId");
            }
            log(FactType.named(name).orElseThrow(), id, entry).is(201);
        }
    }

    private static List<String> usually(FactType type) {
        var kind = type.records().iterator().next();
        var begins = switch (kind) {
            case CASE -> "CaseOpened";
            case OFFICER -> "OfficerRegistered";
            case RECOMMENDATION -> "RecommendationIssued";
        };
        var before = new ArrayList<>(type.name().equals(begins) ? List.<String>of() : List.of(begins));
        if (type.fields().stream().anyMatch(field -> field.name().equals("allegationId"))
                && !type.name().equals("AllegationReported")) {
            before.add("AllegationReported");
        }
        return before;
    }

    /** As documented, on a record of its own; a correction is of the entry that opened the record. */
    private ObjectNode example(FactType type, String id) {
        var example = (ObjectNode) document.schema(type.name()).get("example").deepCopy();
        example.put(type.records().iterator().next().idField(), id);
        if (type.name().equals("CaseOpened")) {
            example.put("entryId", id);
        }
        if (example.has("reference")) {
            example.put("reference", "CO " + id);
        }
        if (type.name().equals("CaseMarkedDuplicate")) {
            example.put("duplicateOf", original(id));
        }
        Stream.of("retracts", "redates", "corrects").filter(example::has).forEach(field -> example.put(field, id));
        return example;
    }

    /** A case that is there. */
    private String original(String id) {
        var original = "OF-" + id;
        log(FactType.named("CaseOpened").orElseThrow(), original, opening(original));
        return original;
    }

    private ObjectNode opening(String id) {
        return example(FactType.named("CaseOpened").orElseThrow(), id).without("entryId");
    }

    private Answer log(FactType type, String id, ObjectNode entry) {
        var kind = type.records().iterator().next();
        return handler.post("/api/v1/%ss/%s/entries".formatted(kind.word(), id), entry.toString());
    }
}
