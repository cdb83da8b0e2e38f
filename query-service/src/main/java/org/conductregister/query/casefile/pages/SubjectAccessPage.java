package org.conductregister.query.casefile.pages;

import java.util.List;
import org.conductregister.query.casefile.answers.RecordReader;
import org.conductregister.query.casefile.answers.SubjectAccess;
import org.conductregister.query.casefile.answers.SubjectAccessAnswer.CaseEntries;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.TimesInLinks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All that the register says of one officer, as one page to print, for a subject access request. */
@Controller
class SubjectAccessPage {

    private final RecordReader reader;
    private final SubjectAccess subjectAccess;
    private final TimelineRows rows;
    private final PageTimes times;

    SubjectAccessPage(RecordReader reader, SubjectAccess subjectAccess, TimelineRows rows, PageTimes times) {
        this.reader = reader;
        this.subjectAccess = subjectAccess;
        this.rows = rows;
        this.times = times;
    }

    /** All that a case says of the person, from the earliest to the latest. */
    record Case(String caseId, String force, List<TimelineRow> rows) {}

    @GetMapping("/officers/{officerId}/subject-access")
    String show(@PathVariable String officerId, Parameters parameters, Model page) {
        var asked = times.asked(parameters);
        parameters.refuseFaults();
        var read = reader.asked(asked);
        var answer = subjectAccess.of(officerId, read);
        page.addAttribute("answer", answer);
        page.addAttribute("own", rows.of(answer.entries(), 0).reversed());
        page.addAttribute("cases", answer.cases().stream().map(this::shown).toList());
        page.addAttribute("sentence", times.sentence(asked));
        page.addAttribute("carried", TimesInLinks.of(parameters));
        return "casework/subject-access";
    }

    private Case shown(CaseEntries said) {
        return new Case(
                said.caseId().value(),
                said.force().value(),
                rows.of(said.entries(), 0).reversed());
    }
}
