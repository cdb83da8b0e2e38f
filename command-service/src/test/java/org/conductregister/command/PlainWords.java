package org.conductregister.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conductregister.claims.Clash;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Rule;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.EntryId;
import org.conductregister.terms.identifiers.CaseId;

/** Sentences for people have none of the names that programs give facts, entries, codes and days. */
public final class PlainWords {

    private static final Pattern NAME_OF_A_FACT = Pattern.compile(
            FactType.all().stream().map(FactType::name).collect(Collectors.joining("|", "\\b(", ")\\b")));
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|YYYY|UUID|\\bJSON\\b");

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]+_[A-Z_]+\\b");

    private static final EntryId ENTRY = EntryId.of("0f8fad5b-d9cb-469f-a165-70867728950e");

    private PlainWords() {}

    public static void assertPlain(String sentence) {
        assertThat(sentence)
                .isNotBlank()
                .doesNotContainPattern(NAME_OF_A_FACT)
                .doesNotContainPattern(UUID)
                .doesNotContainPattern(CODE)
                .doesNotContainPattern(ISO_DAY);
    }

    /** Returns every refusal that people may be shown; one of an identity that is taken is in other words on forms. */
    public static List<Refusal> refusals() {
        var day = LocalDate.of(2019, 5, 6);
        var some = RecordId.of(new CaseId("LAN-2019-0007"));
        var other = RecordId.of(new CaseId("LAN-2019-0003"));
        var all = new ArrayList<Refusal>();
        for (var rule : Rule.values()) {
            for (var type : FactType.all()) {
                all.add(new Refusal.LaterFactImpossible(type, day, ENTRY, rule));
            }
        }
        Arrays.stream(Clash.Kind.values())
                .map(kind -> new Clash(kind, some, other, "CO 12/19"))
                .forEach(clash -> all.add(new Refusal.AgainstAnotherRecord(clash)));
        all.add(new Refusal.MarkedDuplicate(other));
        all.add(new Refusal.InTheFuture(day, day.minusDays(1)));
        all.add(new Refusal.VersionStale(7));
        all.add(new Refusal.ConcurrentChange());
        return all;
    }
}
