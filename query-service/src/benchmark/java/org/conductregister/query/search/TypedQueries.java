package org.conductregister.query.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.OfficerFact.OfficerRegistered;

/** Forty queries as people type them, about cases of a register, with the cases that are right answers. */
final class TypedQueries {

    private static final int EACH = 8;

    /** @param right any of these cases is what was looked for */
    record Typed(String text, Set<String> right) {}

    private final List<RecordedEntry> log;
    private final Map<String, String> labels;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Set<String>> casesOf = new HashMap<>();
    private final Map<String, Set<String>> casesOfAndAbout = new HashMap<>();

    /** @param labels of categories */
    TypedQueries(List<RecordedEntry> log, Map<String, String> labels) {
        this.log = log;
        this.labels = labels;
        for (var entry : log) {
            var id = entry.entry().record().id();
            if (entry.entry().fact() instanceof OfficerRegistered registered && registered.name() != null) {
                names.put(id, registered.name().value());
            } else if (entry.entry().fact() instanceof AllegationReported reported && reported.officerId() != null) {
                var officer = reported.officerId().value();
                var about = reported.category().value();
                add(casesOf, name(officer), id);
                add(casesOfAndAbout, name(officer) + about, id);
                add(casesOfAndAbout, officer + about, id);
            }
        }
    }

    private static void add(Map<String, Set<String>> cases, String key, String id) {
        cases.computeIfAbsent(key, none -> new HashSet<>()).add(id);
    }

    /** Officers who have the same name cannot be told apart by it. */
    private String name(String officer) {
        return plain(names.getOrDefault(officer, officer));
    }

    List<Typed> all() {
        var accused = log.stream()
                .filter(entry -> entry.entry().fact() instanceof AllegationReported reported
                        && reported.officerId() != null
                        && names.containsKey(reported.officerId().value()))
                .toList();
        var queries = new ArrayList<Typed>();
        for (int i = 0; i < 5 * EACH; i++) {
            var entry = accused.get((int) ((i + 1L) * accused.size() / (5 * EACH + 1)));
            queries.add(typed(i / EACH, i, entry));
        }
        return queries;
    }

    private Typed typed(int way, int i, RecordedEntry entry) {
        var reported = (AllegationReported) entry.entry().fact();
        var caseId = entry.entry().record().id();
        var officer = reported.officerId().value();
        var name = names.get(officer);
        var label = labels.get(reported.category().value());
        var category = reported.category().value();
        return switch (way) {
            case 0 -> new Typed(i % 2 == 0 ? caseId.toLowerCase(Locale.ROOT) : caseId, Set.of(caseId));
            case 1 -> new Typed(plain(name), casesOf.get(name(officer)));
            case 2 -> new Typed(misspelt(plain(name), i), casesOf.get(name(officer)));
            case 3 ->
                new Typed(
                        label.toLowerCase(Locale.ROOT) + " " + plain(name),
                        casesOfAndAbout.get(name(officer) + category));
            default ->
                new Typed(
                        misspelt(label, i) + " " + officer.toLowerCase(Locale.ROOT),
                        casesOfAndAbout.get(officer + category));
        };
    }

    /** Without accents and apostrophes. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}'’]", "")
                .replace('Ł', 'L')
                .replace('ø', 'o')
                .toLowerCase(Locale.ROOT);
    }

    /** The longest word with a letter left out, doubled or interchanged with the next. */
    private static String misspelt(String text, int i) {
        var words = text.split(" ");
        int longest = 0;
        for (int w = 1; w < words.length; w++) {
            longest = words[w].length() > words[longest].length() ? w : longest;
        }
        var word = words[longest];
        int at = word.length() / 2;
        words[longest] = switch (i % 3) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            default -> word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
        };
        return String.join(" ", words);
    }
}
