package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.AllowedEntries.Field;
import org.conductregister.entries.Entry;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

/** What may be logged next is what the rules accept, no more and no less. */
@RegisterTest
class AllowedEntriesTest {

    private static final int WALKS = 12;
    private static final int STEPS = 30;
    private static final String NO_ENTRY = "00000000-0000-8000-8000-000000000000";

    private final Caller handler;
    private final AllowedEntries allowed;
    private final Today today;
    private final EntryReader reader = new EntryReader((list, code) -> true);
    private final Map<RecordKind, Records> records;

    AllowedEntriesTest(
            @Autowired EventLog log,
            @LocalServerPort int port,
            @Autowired AllowedEntries allowed,
            @Autowired Today today,
            @Autowired List<Records> records) {
        this.handler = new Caller(port, log).as("handler");
        this.allowed = allowed;
        this.today = today;
        this.records = records.stream().collect(Collectors.toMap(Records::kind, each -> each));
    }

    @Test
    void onACaseNeverOpenedOnlyItsOpeningIsOffered() {
        var answer = handler.get("/api/v1/cases/ALL-1/allowed-entries").is(200);

        assertThat(types(answer)).containsExactly("CaseOpened");
        assertThat(answer.etag()).contains("\"0\"");
        assertThat(answer.json().get(0).get("fields").toString()).isEqualTo("""
                [{"name":"occurredOn","kind":"DAY","required":true},\
                {"name":"force","kind":"CODE","required":true,"codeList":"forces"},\
                {"name":"kind","kind":"CHOICE","required":true,\
                "choices":["COMPLAINT","CONDUCT","RECORDABLE_CONDUCT","DEATH_OR_SERIOUS_INJURY"]},\
                {"name":"source","kind":"CHOICE","required":true,\
                "choices":["PUBLIC","POLICE","OTHER_AGENCY","ANONYMOUS","UNKNOWN"]},\
                {"name":"reference","kind":"TEXT","required":false},\
                {"name":"regime","kind":"CHOICE","required":false,"choices":["2012","2020","2024","2025","STAFF"]},\
                {"name":"title","kind":"TEXT","required":false},\
                {"name":"tags","kind":"CODES","required":false},\
                {"name":"note","kind":"TEXT","required":false},\
                {"name":"dayStatedAs","kind":"TEXT","required":false}]""");
    }

    @Test
    void theVersionAnsweredIsTheOneToLogOn() {
        handler.log("ALL-2", """
                {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"}""");
        var version = handler.get("/api/v1/cases/ALL-2/allowed-entries").etag().orElseThrow();

        handler.with("If-Match", version)
                .log("ALL-2", "{\"type\": \"NoteAdded\", \"text\": \"rang back\"}")
                .is(201);
    }

    @Test
    void anAllegationIsOfferedWhereTheKindFitsIt() {
        handler.log("ALL-3", """
                [{"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"},
                 {"type": "AllegationReported", "occurredOn": "2020-01-06", "allegationId": "A1", "category": "OTHER"},
                 {"type": "AllegationReported", "occurredOn": "2020-01-06", "allegationId": "A2", "category": "OTHER", "officerId": "O"},
                 {"type": "NoFurtherActionTaken", "occurredOn": "2020-01-07", "allegationId": "A1"}]""").is(201);

        var answer = handler.get("/api/v1/cases/ALL-3/allowed-entries").is(200);

        assertThat(choices(answer, "OfficerIdentified", "allegationId")).containsExactly("A1");
        assertThat(choices(answer, "AllegationClosed", "allegationId")).containsExactly("A2");
        assertThat(choices(answer, "SeverityAssessed", "allegationId")).containsExactly("A1", "A2");
        assertThat(types(answer)).doesNotContain("CaseOpened", "CaseReopened", "AppealLodged");
    }

    @Test
    void officersAndRecommendationsAreAskedAboutAlike() {
        assertThat(types(handler.get("/api/v1/officers/ALL-O/allowed-entries").is(200)))
                .contains("OfficerRegistered", "OfficerSuspended")
                .doesNotContain("OfficerDelisted", "EntryRetracted");
        assertThat(types(handler.get("/api/v1/recommendations/ALL-R/allowed-entries")
                        .is(200)))
                .containsExactly("RecommendationIssued");
    }

    /** Fills in the forms as a person might, at random, whatever the record has come to. */
    @ParameterizedTest
    @EnumSource
    void whatIsOfferedIsAcceptedAndWhatIsNotIsRefused(RecordKind kind) {
        for (int walk = 0; walk < WALKS; walk++) {
            var random = new Random(walk);
            var record = new RecordId(kind, "WALK");
            var ledger = records.get(kind).emptyLedger();
            for (int step = 0; step < STEPS; step++) {
                var offered = allowed.on(record, ledger);
                var accepted = new ArrayList<Entry>();
                for (var type : FactType.all()) {
                    if (type.records().contains(kind)) {
                        accepted.addAll(checked(type, offered, record, ledger, random));
                    }
                }
                var chosen = accepted.get(random.nextInt(accepted.size()));
                ledger.record(chosen.entryId(), chosen.fact());
            }
        }
    }

    private List<Entry> checked(
            FactType type, List<AllowedEntries.Allowed> offered, RecordId record, Ledger<?> ledger, Random random) {
        var form =
                offered.stream().filter(each -> each.type().equals(type.name())).findFirst();
        if (form.isPresent()) {
            var entry = entry(type.name(), form.get().fields(), record, ledger, random);
            assertThat(ledger.refusal(entry, today.day()))
                    .as("%s on %s", entry, ledger.entries())
                    .isEmpty();
            return List.of(entry);
        }
        var fields = type.fields().stream()
                .map(field -> new Field(field.name(), field.kind(), field.required(), null, null, field.condition()))
                .toList();
        var entry = entry(type.name(), fields, record, ledger, random);
        assertThat(ledger.refusal(entry, today.day()))
                .as("%s on %s", entry, ledger.entries())
                .isPresent();
        return List.of();
    }

    private Entry entry(String type, List<Field> fields, RecordId record, Ledger<?> ledger, Random random) {
        var json = FactJson.mapper().createObjectNode().put("type", type);
        for (var field : fields) {
            var onlyWith = field.onlyWith();
            if (field.required() || (onlyWith != null && onlyWith.required() && onlyWith.holds(json))) {
                fill(json, field, record, ledger, random);
            }
        }
        return reader.read(json, record, today.day());
    }

    private void fill(ObjectNode json, Field field, RecordId record, Ledger<?> ledger, Random random) {
        var name = field.name();
        if (field.choices() != null) {
            json.put(name, field.choices().get(random.nextInt(field.choices().size())));
            return;
        }
        switch (name) {
            case "retracts" -> json.put(name, lastRecorded(ledger));
            case "redates", "corrects" ->
                json.put(
                        name,
                        lastStanding(ledger)
                                .map(entry -> entry.entryId().toString())
                                .orElse(NO_ENTRY));
            case "fact" ->
                json.set(
                        name,
                        lastStanding(ledger).map(AllowedEntriesTest::stated).orElseGet(() -> some(record.kind())));
            case "occurredOn", "newOccurredOn", "responseDueOn" ->
                json.put(name, today.day().toString());
            case "addressedTo" -> json.putArray(name).add("KENT").add("SURREY");
            case "allegationId", "officerId", "duplicateOf", "force", "theme", "category" ->
                json.put(name, "N" + ledger.version());
            default -> fillInAny(json, name);
        }
    }

    /** For kinds that are not offered: what they state does not matter, as long as it can be read. */
    private static void fillInAny(ObjectNode json, String name) {
        FactType.all().stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .ifPresent(field -> json.put(
                        name, field.kind() == Kind.CHOICE ? field.choices().getFirst() : "Some text"));
    }

    private static String lastRecorded(Ledger<?> ledger) {
        return ledger.entries().isEmpty()
                ? NO_ENTRY
                : ledger.entries().getLast().entryId().toString();
    }

    private static Optional<InEffect> lastStanding(Ledger<?> ledger) {
        return new History(ledger.entries()).inEffect().stream().max(Comparator.comparingInt(InEffect::index));
    }

    /** What the entry says already. */
    private static ObjectNode stated(InEffect entry) {
        ObjectNode fact = FactJson.mapper().valueToTree(entry.fact());
        return fact.put("type", FactType.of(entry.fact()).name());
    }

    private static ObjectNode some(RecordKind kind) {
        var fact = switch (kind) {
            case CASE -> "{\"type\": \"CaseClosed\", \"occurredOn\": \"2020-01-06\"}";
            case OFFICER -> "{\"type\": \"OfficerResigned\", \"occurredOn\": \"2020-01-06\"}";
            case RECOMMENDATION ->
                "{\"type\": \"ForceResponded\", \"occurredOn\": \"2020-01-06\", \"force\": \"KENT\"}";
        };
        return (ObjectNode) FactJson.mapper().readTree(fact);
    }

    private static List<String> types(Answer answer) {
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(each -> each.get("type").stringValue())
                .toList();
    }

    private static List<String> choices(Answer answer, String type, String field) {
        return StreamSupport.stream(answer.json().spliterator(), false)
                .filter(each -> each.get("type").stringValue().equals(type))
                .flatMap(each -> StreamSupport.stream(each.get("fields").spliterator(), false))
                .filter(each -> each.get("name").stringValue().equals(field))
                .flatMap(each -> StreamSupport.stream(each.get("choices").spliterator(), false))
                .map(choice -> choice.stringValue())
                .toList();
    }
}
