package org.conductregister.query.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;

/**
 * The search that the register had before: keeps the title, the summaries and the numbers of officers of each case in
 * memory, and looks in all cases for ones that have every word as a part of any of these. Without its filters and its
 * sorting.
 */
final class SubstringScan {

    private final Map<String, List<String>> byCase = new HashMap<>();

    void add(RecordedEntry entry) {
        var id = entry.entry().record().id();
        switch (entry.entry().fact()) {
            case CaseOpened opened -> {
                var words = byCase.computeIfAbsent(id, key -> new ArrayList<>(2));
                words.add(id.toLowerCase(Locale.ROOT));
                if (opened.title() != null) {
                    words.add(opened.title().value().toLowerCase(Locale.ROOT));
                }
            }
            case AllegationReported reported -> {
                var words = byCase.computeIfAbsent(id, key -> new ArrayList<>(2));
                if (reported.officerId() != null) {
                    words.add(reported.officerId().value().toLowerCase(Locale.ROOT));
                }
                if (reported.summary() != null) {
                    words.add(reported.summary().value().toLowerCase(Locale.ROOT));
                }
            }
            default -> {}
        }
    }

    List<String> find(String typed) {
        var words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        var found = new ArrayList<String>();
        byCase.forEach((id, texts) -> {
            if (hasAll(texts, words)) {
                found.add(id);
            }
        });
        return found;
    }

    private static boolean hasAll(List<String> texts, String[] words) {
        for (var word : words) {
            boolean has = false;
            for (int i = 0; !has && i < texts.size(); i++) {
                has = texts.get(i).contains(word);
            }
            if (!has) {
                return false;
            }
        }
        return true;
    }
}
