package org.conductregister.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any facts in any order, sense or none: few days, few allegations and few entries to correct, so that they meet. Made from
 * what each kind of fact says of its fields, so that a new kind is among them by being declared.
 */
public final class ArbitraryFacts {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 20;
    private static final int ENTRIES = 12;

    private ArbitraryFacts() {}

    /** Entries of one record of that kind, corrections among them. */
    public static Arbitrary<List<Logged>> historyOf(RecordKind kind) {
        var facts = FactType.all().stream()
                .filter(type -> type.records().contains(kind))
                .map(type -> factOf(type, kind))
                .toList();
        return Arbitraries.oneOf(facts)
                .list()
                .ofMaxSize(2 * ENTRIES)
                .map(happened -> IntStream.range(0, happened.size())
                        .mapToObj(i -> new Logged(entryId(i), happened.get(i)))
                        .toList())
                .withoutEdgeCases();
    }

    private static List<Arbitrary<Fact>> stated(RecordKind kind) {
        return FactType.all().stream()
                .filter(type -> !type.isCorrection()
                        && type.isLogged()
                        && type.records().contains(kind))
                .map(type -> factOf(type, kind))
                .toList();
    }

    private static JsonNode tree(Fact fact) {
        ObjectNode tree = FactJson.mapper().valueToTree(fact);
        return tree.put("type", FactType.of(fact).name());
    }

    private static Arbitrary<Fact> factOf(FactType type, RecordKind kind) {
        var fields = new ArrayList<Arbitrary<ObjectNode>>();
        for (var field : type.fields()) {
            fields.add(valueOf(field, kind)
                    .map(value -> object(field.name(), value))
                    .injectNull(field.required() ? 0 : 0.5));
        }
        return Combinators.combine(fields).as(parts -> {
            var json = FactJson.mapper().createObjectNode();
            parts.stream().filter(part -> part != null).forEach(json::setAll);
            return (Fact) FactJson.mapper().treeToValue(json, type.javaType());
        });
    }

    private static Arbitrary<JsonNode> valueOf(FactField field, RecordKind kind) {
        var mapper = FactJson.mapper();
        return switch (field.kind()) {
            case IDENTIFIER -> identifier(field).map(mapper::valueToTree);
            case CODE -> Arbitraries.of("KENT", "ESSEX", "LANCASHIRE").map(mapper::valueToTree);
            case CODES ->
                Arbitraries.of("KENT", "ESSEX", "LANCASHIRE")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(mapper::valueToTree);
            case CHOICE -> Arbitraries.of(field.choices()).map(mapper::valueToTree);
            case TEXT -> Arbitraries.of("one thing", "another").map(mapper::valueToTree);
            case DAY -> Arbitraries.integers().between(0, DAYS).map(i -> mapper.valueToTree(FIRST.plusDays(i)));
            case NUMBER -> Arbitraries.integers().between(1, 60).map(mapper::valueToTree);
            case YES_NO -> Arbitraries.of(true, false).map(mapper::valueToTree);
            case FACT -> Arbitraries.oneOf(stated(kind)).map(ArbitraryFacts::tree);
        };
    }

    private static Arbitrary<String> identifier(FactField field) {
        return switch (field.name()) {
            case "retracts", "redates", "corrects" ->
                Arbitraries.integers().between(0, ENTRIES).map(i -> entryId(i).toString());
            case "officerId" -> Arbitraries.of("O1", "O2");
            default -> Arbitraries.of("A1", "A2", "A3");
        };
    }

    private static EntryId entryId(int index) {
        return new EntryId(new UUID(0, index));
    }

    private static ObjectNode object(String name, JsonNode value) {
        var object = FactJson.mapper().createObjectNode();
        object.set(name, value);
        return object;
    }
}
