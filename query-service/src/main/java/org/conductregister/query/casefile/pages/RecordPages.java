package org.conductregister.query.casefile.pages;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.casefile.CaseReferences;
import org.conductregister.query.casefile.answers.AllegationAnswer;
import org.conductregister.query.casefile.answers.CaseAnswer;
import org.conductregister.query.casefile.answers.ReadContext;
import org.conductregister.query.casefile.answers.RecordAnswers;
import org.conductregister.query.casefile.answers.RecordReader;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.TimesInLinks;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages of one case, officer or recommendation: how it stands, and how it came to that. */
@Controller
class RecordPages {

    /** The most other cases of an officer that are named; see the template. */
    private static final int OTHERS_NAMED = 8;

    private final RecordReader reader;
    private final RecordAnswers answers;
    private final TimelineRows timeline;
    private final CaseReferences references;
    private final PageTimes times;
    private final Words words;

    RecordPages(
            RecordReader reader,
            RecordAnswers answers,
            TimelineRows timeline,
            CaseReferences references,
            PageTimes times,
            Words words) {
        this.reader = reader;
        this.references = references;
        this.answers = answers;
        this.timeline = timeline;
        this.times = times;
        this.words = words;
    }

    @GetMapping("/cases/{caseId}")
    ModelAndView ofCase(@PathVariable String caseId, Parameters parameters) {
        var page = new PageOfRecord(RecordKind.CASE, caseId, parameters);
        var answer = answers.ofCase(caseId, page.asked);
        page.shows("casework/case", answer);
        var others = others(answer, page.asked);
        page.view.addObject("others", others);
        page.view.addObject("references", references(others, page.asked));
        return page.view;
    }

    @GetMapping("/officers/{officerId}")
    ModelAndView ofOfficer(@PathVariable String officerId, Parameters parameters) {
        var page = new PageOfRecord(RecordKind.OFFICER, officerId, parameters);
        page.shows("casework/officer", answers.ofOfficer(officerId, page.asked));
        return page.view;
    }

    @GetMapping("/recommendations/{recommendationId}")
    ModelAndView ofRecommendation(@PathVariable String recommendationId, Parameters parameters) {
        var page = new PageOfRecord(RecordKind.RECOMMENDATION, recommendationId, parameters);
        page.shows("casework/recommendation", answers.ofRecommendation(recommendationId, page.asked));
        return page.view;
    }

    /** The other cases of each officer that this one is against. */
    private Map<OfficerId, List<CaseId>> others(CaseAnswer answer, ReadContext asked) {
        var officers = answer.allegations().stream()
                .map(AllegationAnswer::officerId)
                .filter(officer -> officer != null)
                .collect(Collectors.toSet());
        var others = new TreeMap<OfficerId, List<CaseId>>();
        reader.filesAt(asked)
                .officers(officers)
                .forEach((id, officer) -> others.put(
                        id,
                        officer.cases().keySet().stream()
                                .filter(other -> !other.equals(answer.caseId()))
                                .toList()));
        return others;
    }

    /** The references of those of the other cases that are named. */
    private Map<String, String> references(Map<OfficerId, List<CaseId>> others, ReadContext asked) {
        var named = others.values().stream()
                .flatMap(cases -> cases.stream().limit(OTHERS_NAMED))
                .map(CaseId::value)
                .distinct()
                .toList();
        return references.of(named, asked.times());
    }

    /** The common part of the pages of all kinds of record. */
    private final class PageOfRecord {

        private final RecordKind kind;
        private final String id;
        private final Parameters parameters;
        private final ReadContext asked;
        private final ModelAndView view = new ModelAndView();

        PageOfRecord(RecordKind kind, String id, Parameters parameters) {
            this.kind = kind;
            this.id = id;
            this.parameters = parameters;
            var askedTimes = times.asked(parameters);
            parameters.refuseFaults();
            this.asked = reader.asked(askedTimes);
            var path = "/" + kind.word() + "s/" + id;
            view.addObject("path", path);
            view.addObject("times", times.shown(path, askedTimes, Map.of()));
            view.addObject("carried", TimesInLinks.of(parameters));
            view.addObject("recorded", recorded());
        }

        void shows(String template, Object answer) {
            view.setViewName(template);
            view.addObject("answer", answer);
            view.addObject("timeline", entries());
        }

        private List<TimelineRow> entries() {
            long justRecorded = parameters.number("atLeast", 0, 0, Long.MAX_VALUE);
            return timeline.of(reader.entries(new RecordId(kind, id), asked), justRecorded);
        }

        /** The kind of the entry that has just been recorded; null where none has. */
        private @Nullable String recorded() {
            var name = parameters.text("recorded");
            return name == null ? null : FactType.named(name).map(words::label).orElse(null);
        }
    }
}
