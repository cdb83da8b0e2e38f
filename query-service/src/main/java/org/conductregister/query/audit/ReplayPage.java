package org.conductregister.query.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.query.casefile.CaseHistories;
import org.conductregister.query.casefile.files.FiledEntry;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A case from its first entry to its last, in the order recorded, and what each of them changed. */
@Controller
class ReplayPage {

    private final CaseHistories histories;
    private final TrackChanges tracks;
    private final FieldWords fields;
    private final PageTimes times;

    ReplayPage(CaseHistories histories, Words words, FieldWords fields, PageTimes times) {
        this.times = times;
        this.fields = fields;
        this.histories = histories;
        this.tracks = new TrackChanges(words);
    }

    /** @param data what it states, in words, by the words for its fields */
    record Step(int number, FiledEntry entry, String type, Map<String, String> data) {}

    @GetMapping("/audit/cases/{caseId}")
    String replay(@PathVariable String caseId, @RequestParam(defaultValue = "1") String step, Model page) {
        var id = Cases.identified(caseId);
        times.now(0).awaitOn(histories.head());
        var entries = histories.entries(id);
        if (entries.isEmpty()) {
            throw Cases.unknown(caseId);
        }
        int at = Math.clamp(number(step), 1, entries.size());
        page.addAttribute("caseId", caseId);
        page.addAttribute("steps", steps(entries));
        page.addAttribute("step", step(at, entries.get(at - 1)));
        page.addAttribute("last", entries.size());
        var parts = tracks.between(histories.after(id, at - 1), histories.after(id, at));
        page.addAttribute("parts", parts);
        page.addAttribute("changed", parts.stream().anyMatch(TrackChanges.Part::changed));
        return "audit/replay";
    }

    private Step step(int number, FiledEntry entry) {
        var type = FactType.of(entry.fact());
        var stated = FactJson.data(entry.fact());
        var data = new LinkedHashMap<String, String>();
        type.fields().stream()
                .filter(field -> stated.has(field.name()))
                .forEach(field ->
                        data.put(fields.label(type, field.name()), fields.value(field, stated.get(field.name()))));
        return new Step(number, entry, type.name(), data);
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
