package org.conductregister.command.entries;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.conductregister.cases.CaseState;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.ReportedAllegationFact;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.platform.people.Sight;
import org.conductregister.recommendations.RecommendationState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds the kinds of entry that may be logged on a record today, by asking the rules about an example of each. So forms
 * offer exactly what the rules accept.
 */
@Service
public class AllowedEntries {

    /** A kind of fact that may be logged, and its fields in order. */
    @Schema(name = "AllowedEntry", description = "A kind of fact that may be logged now.")
    public record Allowed(String type, List<Field> fields) {}

    /**
     * A field of an entry that may be logged, with the values it can have.
     *
     * @param choices the values that may be logged now; null where any value of the kind may be
     * @param codeList the path of the code list; null where the field has none
     * @param onlyWith the words of another field with which alone it is stated; null where it depends on none
     */
    @Schema(name = "AllowedField", description = "A field of a kind of fact.")
    public record Field(
            String name,
            FactField.Kind kind,
            boolean required,
            @Nullable List<String> choices,
            @Nullable String codeList,
            FactField.@Nullable Condition onlyWith) {}

    /**
     * The entries that may be logged on a record now.
     *
     * @param version of the record that was asked about
     */
    public record Answer(List<Allowed> entries, long version) {}

    private final Ledgers ledgers;
    private final Today today;

    AllowedEntries(Ledgers ledgers, Today today) {
        this.ledgers = ledgers;
        this.today = today;
    }

    /** Returns the kinds that may be logged on this record today. */
    public Answer on(RecordId record) {
        return on(record, Sight.EVERYTHING);
    }

    /** Returns the kinds that may be logged on this record today, as far as a person sees it. */
    public Answer on(RecordId record, Sight sight) {
        var ledger = ledgers.of(record, sight);
        return new Answer(on(record, ledger), ledger.version());
    }

    /** Returns the reason for which no fact of a kind may be logged today; empty where one may. */
    public Optional<Refusal> refusal(RecordId record, FactType type) {
        return ledgers.of(record).refusal(example(record, type), today.day());
    }

    /** Returns a made-up entry of a kind. */
    public Entry example(RecordId record, FactType type) {
        return new ExampleEntries(record, today.day()).of(type, Map.of());
    }

    List<Allowed> on(RecordId record, Ledger<?> ledger) {
        var allowed = new ArrayList<Allowed>();
        for (var type : FactType.logged()) {
            if (type.records().contains(record.kind())) {
                var narrowed = narrowed(type, ledger, new ExampleEntries(record, today.day()));
                if (narrowed != null) {
                    allowed.add(new Allowed(type.name(), fieldsOf(type, narrowed)));
                }
            }
        }
        return allowed;
    }

    /** The values that a field is narrowed to, by the field's name; null where the kind may not be logged at all. */
    private @Nullable Map<String, SortedSet<String>> narrowed(
            FactType type, Ledger<?> ledger, ExampleEntries examples) {
        if (Correction.OfAnEntry.class.isAssignableFrom(type.javaType())) {
            return correctable(type, ledger) ? Map.of() : null;
        }
        var narrowing = narrowingField(type, ledger.head());
        if (narrowing == null) {
            return ledger.refusal(examples.of(type, Map.of()), today.day()).isEmpty() ? Map.of() : null;
        }
        var values = new TreeSet<String>();
        for (var value : narrowing.values()) {
            if (ledger.refusal(examples.of(type, Map.of(narrowing.field(), value)), today.day())
                    .isEmpty()) {
                values.add(value);
            }
        }
        return values.isEmpty() ? null : Map.of(narrowing.field(), values);
    }

    /**
     * Returns whether a correction is possible: the last entry can always be retracted, and every entry that stands
     * be corrected, if only to what it says.
     */
    private static boolean correctable(FactType type, Ledger<?> ledger) {
        return type.javaType() == EntryRetracted.class
                ? ledger.version() > 0
                : !new History(ledger.entries()).inEffect().isEmpty();
    }

    private record Narrowing(String field, List<String> values) {}

    private static @Nullable Narrowing narrowingField(FactType type, Object head) {
        if (head instanceof CaseState state && ReportedAllegationFact.class.isAssignableFrom(type.javaType())) {
            var ids =
                    state.allegations().keySet().stream().map(id -> id.value()).toList();
            return new Narrowing("allegationId", ids);
        }
        if (head instanceof RecommendationState state
                && type.fields().stream().anyMatch(field -> field.name().equals("force"))) {
            var forces = state.answers().keySet().stream()
                    .map(force -> force.value())
                    .toList();
            return new Narrowing("force", forces);
        }
        return null;
    }

    private static List<Field> fieldsOf(FactType type, Map<String, SortedSet<String>> narrowed) {
        return type.fields().stream()
                .map(field -> new Field(
                        field.name(),
                        field.kind(),
                        field.required() && !(field.name().equals("occurredOn") && type.dayMayBeLeftOut()),
                        choicesOf(field, narrowed),
                        field.codeList() == null ? null : field.codeList().path(),
                        field.condition()))
                .toList();
    }

    private static @Nullable List<String> choicesOf(FactField field, Map<String, SortedSet<String>> narrowed) {
        if (narrowed.containsKey(field.name())) {
            return List.copyOf(narrowed.get(field.name()));
        }
        return field.choices().isEmpty() ? null : field.choices();
    }
}
