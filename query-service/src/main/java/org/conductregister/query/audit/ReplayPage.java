package org.conductregister.query.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.query.casefile.CaseHistories;
import org.conductregister.query.casefile.FiledEntry;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** A case from its first entry to its last, in the order recorded, and what each of them changed. */
@Controller
class ReplayPage {

    private final CaseHistories histories;
    private final TrackChanges tracks;

    ReplayPage(CaseHistories histories, Words words) {
        this.histories = histories;
        this.tracks = new TrackChanges(words);
    }

    /** @param data what it states, by field */
    record Step(int number, FiledEntry entry, String type, Map<String, String> data) {

        private static Step of(int number, FiledEntry entry) {
            var data = FactJson.data(entry.fact()).properties().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, field -> text(field.getValue()), (a, b) -> a, LinkedHashMap::new));
            return new Step(number, entry, FactType.of(entry.fact()).name(), data);
        }

        private static String text(JsonNode value) {
            return value.isArray()
                    ? StreamSupport.stream(value.spliterator(), false)
                            .map(Step::text)
                            .collect(Collectors.joining(", "))
                    : value.asString();
        }
    }

    @GetMapping("/audit/cases/{caseId}")
    String replay(@PathVariable String caseId, @RequestParam(defaultValue = "1") String step, Model page) {
        var id = Cases.identified(caseId);
        var entries = histories.entries(id);
        if (entries.isEmpty()) {
            throw Cases.unknown(caseId);
        }
        int at = Math.clamp(number(step), 1, entries.size());
        page.addAttribute("caseId", caseId);
        page.addAttribute("steps", steps(entries));
        page.addAttribute("step", Step.of(at, entries.get(at - 1)));
        page.addAttribute("last", entries.size());
        var parts = tracks.between(histories.after(id, at - 1), histories.after(id, at));
        page.addAttribute("parts", parts);
        page.addAttribute("changed", parts.stream().anyMatch(TrackChanges.Part::changed));
        return "audit/replay";
    }

    private static List<Step> steps(List<FiledEntry> entries) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new Step(
                        i + 1,
                        entries.get(i),
                        FactType.of(entries.get(i).fact()).name(),
                        Map.of()))
                .toList();
    }

    private static long number(String step) {
        return step.matches("\\d{1,9}") ? Long.parseLong(step) : 1;
    }
}
