package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.conductregister.command.entries.RecordFixture.day;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.Refusal.RuleBroken;
import org.conductregister.command.decisions.Rule;
import org.conductregister.command.entries.AllowedEntries.Allowed;
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
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.NoFurtherActionTaken;
import org.conductregister.facts.RecommendationFact.ForceResponded;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** Tests that the entries offered next are those that the rules accept, no more and no less. */
class AllowedEntriesTest {

    private static final int WALKS = 12;
    private static final int STEPS = 30;
    private static final String NO_ENTRY = "00000000-0000-8000-8000-000000000000";
    private static final Today TODAY = () -> day(RecordFixture.TODAY);
    private static final RecordId CASE = new RecordId(RecordKind.CASE, "C1");
    private static final RecordId RECOMMENDATION = new RecordId(RecordKind.RECOMMENDATION, "R1");

    private final EntryReader reader = new EntryReader((list, code) -> true);
    private StoredRecords stored;
    private AllowedEntries allowed;

    @BeforeEach
    void open(@TempDir Path directory) {
        stored = new StoredRecords(directory);
        allowed = new AllowedEntries(stored.ledgers(), TODAY);
    }

    @AfterEach
    void close() {
        stored.close();
    }

    @Test
    void onACaseNeverOpenedOnlyItsOpeningIsOffered() {
        var answer = allowed.on(CASE);

        assertThat(answer.version()).isZero();
        assertThat(answer.entries()).extracting(Allowed::type).containsExactly("CaseOpened");
        assertThat(answer.entries().getFirst().fields())
                .extracting(Field::name, Field::required, Field::codeList)
                .startsWith(tuple("occurredOn", true, null), tuple("force", true, "forces"));
    }

    @Test
    void anAllegationIsOfferedWhereTheKindFitsIt() {
        stored.record(CASE, opened(), reported("A1", null), reported("A2", "O1"));
        stored.record(CASE, new NoFurtherActionTaken(day(2), new AllegationId("A1"), null));

        var answer = allowed.on(CASE);

        assertThat(answer.version()).isEqualTo(4);
        assertThat(choices(answer, "OfficerIdentified", "allegationId")).containsExactly("A1");
        assertThat(choices(answer, "AllegationClosed", "allegationId")).containsExactly("A2");
        assertThat(choices(answer, "SeverityAssessed", "allegationId")).containsExactly("A1", "A2");
        assertThat(choices(answer, "SeverityAssessed", "severity")).startsWith("GROSS_MISCONDUCT", "MISCONDUCT");
        assertThat(field(answer, "SeverityAssessed", "note").choices()).isNull();
        assertThat(answer.entries())
                .extracting(Allowed::type)
                .doesNotContain("CaseOpened", "CaseReopened", "AppealLodged");
    }

    @Test
    void onlyForcesAddressedAreOffered() {
        var forces = new ForceCodes(List.of(new ForceCode("KENT"), new ForceCode("SURREY")));
        stored.record(
                RECOMMENDATION,
                new RecommendationIssued(day(1), new Label("HMICFRS"), new ThemeCode("CULTURE"), forces, day(9), null),
                new ForceResponded(day(2), new ForceCode("KENT"), true, null));

        var answer = allowed.on(RECOMMENDATION);

        assertThat(choices(answer, "ForceProgressGraded", "force")).containsExactly("KENT", "SURREY");
        assertThat(choices(answer, "ForceResponded", "force")).contains("SURREY");
        assertThat(answer.entries()).extracting(Allowed::type).doesNotContain("RecommendationIssued");
    }

    /** The day of a correction or note is that of sending where none is stated. */
    @Test
    void aDayThatMayBeLeftOutIsNotRequired() {
        stored.record(CASE, opened());

        var answer = allowed.on(CASE);

        assertThat(field(answer, "NoteAdded", "occurredOn").required()).isFalse();
        assertThat(field(answer, "NoteAdded", "text").required()).isTrue();
        assertThat(field(answer, "CaseClosed", "occurredOn").required()).isTrue();
    }

    @Test
    void whyAKindMayNotBeLoggedIsTheRuleThatItWouldBreak() {
        var closed = FactType.named("CaseClosed").orElseThrow();
        var before = allowed.refusal(CASE, closed);
        stored.record(CASE, opened());

        assertThat(before).contains(new RuleBroken(Rule.CASE_NOT_OPENED));
        assertThat(allowed.refusal(CASE, closed)).isEmpty();
    }

    private static CaseOpened opened() {
        return new CaseOpened(
                day(1), new ForceCode("KENT"), CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null);
    }

    private static AllegationReported reported(String allegation, String officer) {
        var accused = officer == null ? null : new OfficerId(officer);
        return new AllegationReported(
                day(1), new AllegationId(allegation), new CategoryCode("OTHER"), accused, null, null, null, null);
    }

    private static Field field(AllowedEntries.Answer answer, String type, String name) {
        return answer.entries().stream()
                .filter(each -> each.type().equals(type))
                .flatMap(each -> each.fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> choices(AllowedEntries.Answer answer, String type, String name) {
        return field(answer, type, name).choices();
    }

    /** Fills in the forms as a person might, at random, whatever the record has come to. */
    @ParameterizedTest
    @EnumSource
    void whatIsOfferedIsAcceptedAndWhatIsNotIsRefused(RecordKind kind) {
        for (int walk = 0; walk < WALKS; walk++) {
            var random = new Random(walk);
            var record = new RecordId(kind, "WALK");
            var ledger = StoredRecords.ledger(kind);
            for (int step = 0; step < STEPS; step++) {
                var offered = allowed.on(record, ledger);
                var accepted = new ArrayList<Entry>();
                for (var type : FactType.logged()) {
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
            assertThat(ledger.refusal(entry, TODAY.day()))
                    .as("%s on %s", entry, ledger.entries())
                    .isEmpty();
            return List.of(entry);
        }
        var fields = type.fields().stream()
                .map(field -> new Field(field.name(), field.kind(), field.required(), null, null, field.condition()))
                .toList();
        var entry = entry(type.name(), fields, record, ledger, random);
        assertThat(ledger.refusal(entry, TODAY.day()))
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
        return reader.read(json, record, TODAY.day());
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
                json.put(name, TODAY.day().toString());
            case "addressedTo" -> json.putArray(name).add("KENT").add("SURREY");
            case "allegationId", "officerId", "duplicateOf", "force", "theme", "category" ->
                json.put(name, "N" + ledger.version());
            default -> fillInAny(json, name);
        }
    }

    /** For kinds that are not offered: what they state does not matter, as long as it can be read. */
    private static void fillInAny(ObjectNode json, String name) {
        FactType.logged().stream()
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

    /** Returns the fact that the entry states already. */
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
}
