package org.conductregister.query.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conductregister.entries.FactType;
import org.conductregister.query.casefile.CaseHistories;
import org.conductregister.query.casefile.files.FiledEntry;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what the register knew at an instant, of a case or of a count, beside what it knows now. */
@Controller
class KnownPage {

    private final CaseHistories histories;
    private final StatisticsEngine engine;
    private final CountForm form;
    private final PageTimes times;
    private final TrackChanges tracks;

    KnownPage(CaseHistories histories, StatisticsEngine engine, CountForm form, PageTimes times, Words words) {
        this.histories = histories;
        this.engine = engine;
        this.form = form;
        this.times = times;
        this.tracks = new TrackChanges(words);
    }

    /** An entry that was recorded after the instant asked for. */
    record Since(int step, FiledEntry entry, String type) {}

    @GetMapping("/audit/known")
    String known(Parameters parameters, @RequestParam MultiValueMap<String, String> typed, Model page) {
        var asked = times.asked(parameters);
        var caseId = parameters.text("caseId");
        boolean ofACase = caseId != null;
        boolean ofACount = parameters.text("unit") != null;
        page.addAttribute("typed", TypedTimes.in(typed.toSingleValueMap()));
        page.addAttribute("today", times.today());
        asked.asKnownAt(PointInTime.NOW).awaitOn(engine.head());
        form.offerOn(page);
        if (typed.containsKey("caseId") && !ofACase) {
            parameters.fault("caseId", "must be entered");
        }
        if (((ofACase || ofACount) && asked.knownAt().equals(PointInTime.NOW) && typed.getFirst("knownAt") == null)
                || (typed.containsKey("knownAt") && parameters.text("knownAt") == null)) {
            parameters.fault("knownAt", "must be entered: the day, or the day and time, that you ask about");
        }
        if (caseId != null && parameters.faults().isEmpty()) {
            ofCase(caseId.strip(), asked, parameters, page);
        } else if (ofACount) {
            var question = form.read(parameters, asked);
            if (question != null) {
                ofCount(question, typed, page);
            }
        }
        page.addAttribute("sentence", times.sentence(asked));
        page.addAttribute("now", times.sentence(asked.asKnownAt(PointInTime.NOW)));
        page.addAttribute("caseFaults", ofACount ? FormFaults.none() : ReadFaults.of(parameters));
        page.addAttribute("countFaults", ofACount ? ReadFaults.of(parameters) : FormFaults.none());
        return "audit/known";
    }

    private void ofCase(String caseId, AskedTimes asked, Parameters parameters, Model page) {
        var now = asked.asKnownAt(PointInTime.NOW).of(histories.head());
        var then = asked.of(histories.head());
        var id = read(caseId);
        var entries = id == null ? List.<FiledEntry>of() : histories.entries(id);
        if (id == null || entries.isEmpty()) {
            parameters.fault("caseId", "is none that the register knows");
            return;
        }
        page.addAttribute("caseId", caseId);
        page.addAttribute("parts", tracks.between(histories.at(id, then), histories.at(id, now)));
        page.addAttribute("since", since(entries, then.knownAt()));
        page.addAttribute("of", entries.size());
    }

    private static @Nullable CaseId read(String caseId) {
        try {
            return new CaseId(caseId);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<Since> since(List<FiledEntry> entries, Instant knownAt) {
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).recordedAt().isAfter(knownAt))
                .mapToObj(i -> new Since(
                        i + 1,
                        entries.get(i),
                        FactType.of(entries.get(i).fact()).name()))
                .toList();
    }

    private void ofCount(Question then, MultiValueMap<String, String> typed, Model page) {
        var now = at(then, PointInTime.NOW);
        var comparison = Comparison.of(engine.count(then), engine.count(now));
        page.addAttribute("question", then);
        page.addAttribute("population", form.population(then));
        page.addAttribute("comparison", comparison);
        Map<String, List<String>> why = new LinkedHashMap<>(typed);
        why.remove("caseId");
        page.addAttribute("why", Addresses.of("/audit/compare", why));
    }

    private static Question at(Question question, Instant knownAt) {
        LocalDate asAt = question.times().asAt();
        return new Question(question.unit(), question.population(), question.groupBy(), new PointInTime(asAt, knownAt));
    }
}
