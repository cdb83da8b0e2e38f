package org.conductregister.query.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conductregister.entries.Entry;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.view.StatisticsView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A register written by hand, an entry a line: {@code 2012-03-04 case/C1 CautionGiven allegationId=A1}. */
final class ScriptedRegister {

    static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    private final EntryReader reader = new EntryReader((list, code) -> true);
    private final StatisticsView statistics = new StatisticsView(ListsAsKnown.unchanged(Set.of()));
    private long position;

    /** An open case of KENT, of the day before anything else happens. */
    static ScriptedRegister withACase() {
        var register = new ScriptedRegister();
        register.log("2012-01-01 case/C1 CaseOpened force=KENT kind=CONDUCT source=POLICE");
        return register;
    }

    /** Returns the register of that case with one allegation of 2 January, against O1. */
    static ScriptedRegister withAnAllegation() {
        return withACase().log("2012-01-02 case/C1 AllegationReported allegationId=A1 officerId=O1 category=RAPE");
    }

    StatisticsEngine statistics() {
        return statistics;
    }

    /** Each line is recorded a second after the one before. */
    ScriptedRegister log(String... lines) {
        for (var line : lines) {
            var words = line.split(" ");
            log(LocalDate.parse(words[0]), RecordId.parse(words[1]), words[2], fields(words, 3));
        }
        return this;
    }

    /** Has the n-th entry state this fact instead: {@code 2012-03-04 CautionGiven allegationId=A1}. */
    void correct(String record, long n, String fact) {
        var words = fact.split(" ");
        var json = FactJson.mapper().createObjectNode();
        json.put("type", "EntryCorrected");
        json.put("entryId", entryId(position + 1));
        json.put("corrects", entryId(n));
        json.put("reason", "wrong");
        var stated = json.putObject("fact").put("type", words[1]).put("occurredOn", words[0]);
        var fields = fields(words, 2);
        FactType.named(words[1]).orElseThrow().fields().forEach(field -> put(stated, field, fields.get(field.name())));
        log(reader.read(json, RecordId.parse(record), LocalDate.parse("2020-01-01")));
    }

    private static Map<String, String> fields(String[] words, int from) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = from; i < words.length; i++) {
            fields.put(words[i].split("=")[0], words[i].split("=")[1]);
        }
        return fields;
    }

    private void log(LocalDate day, RecordId record, String typeName, Map<String, String> fields) {
        var type = FactType.named(typeName).orElseThrow();
        var json = FactJson.mapper().createObjectNode();
        json.put("type", typeName);
        json.put("entryId", entryId(position + 1));
        json.put("occurredOn", day.toString());
        type.fields().forEach(field -> put(json, field, fields.get(field.name())));
        log(reader.read(json, record, day));
    }

    private void log(Entry entry) {
        position++;
        statistics.apply(new RecordedEntry(position, recordedAt(position), "handler", "correlation", entry));
        statistics.commit(position, recordedAt(position));
    }

    private static void put(ObjectNode json, FactField field, String value) {
        if (value != null) {
            switch (field.kind()) {
                case CODES -> {
                    ArrayNode codes = json.putArray(field.name());
                    List.of(value.split(",")).forEach(codes::add);
                }
                case NUMBER -> json.put(field.name(), Integer.parseInt(value));
                default -> json.put(field.name(), value);
            }
        }
    }

    /** The identity of the entry logged as the n-th, from 1. */
    static String entryId(long n) {
        return "00000000-0000-4000-8000-%012d".formatted(n);
    }

    static Instant recordedAt(long n) {
        return BEGINNING.plusSeconds(n);
    }

    Map<Object, Long> counts(Unit unit, String dimension, String asAt) {
        return counts(unit, Population.EVERYTHING, dimension, asAt, PointInTime.NOW);
    }

    Map<Object, Long> counts(Unit unit, Population population, String dimension, String asAt, Instant knownAt) {
        var times = new PointInTime(LocalDate.parse(asAt), knownAt);
        return statistics.count(new Question(unit, population, List.of(dimension), times)).groups().stream()
                .collect(Collectors.toMap(group -> group.values().getFirst(), Table.Group::count));
    }

    long total(Unit unit, Population population, String asAt) {
        var times = new PointInTime(LocalDate.parse(asAt), PointInTime.NOW);
        return statistics
                .count(new Question(unit, population, List.of(), times))
                .total();
    }
}
