package org.conductregister.query.casefile;

import static java.util.stream.Collectors.toSet;

import java.util.Objects;
import org.conductregister.cases.AllegationState;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.terms.CaseId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class CaseFileController {

    private final Reader reader;

    CaseFileController(Reader reader) {
        this.reader = reader;
    }

    /** The state of a case: its tracks, allegations and referrals. 404 before it was opened. */
    @GetMapping
    CaseAnswer state(@PathVariable String caseId, AskedTimes times) {
        var id = Reader.identify(RecordKind.CASE, caseId, CaseId::new);
        var asked = reader.asked(times);
        var files = reader.filesAt(asked);
        var known = files.known(RecordId.of(id));
        if (known.isEmpty()) {
            throw Reader.unknown(RecordKind.CASE, caseId);
        }
        var state = files.caseOf(known);
        if (!state.opened()) {
            throw Reader.notYet(RecordKind.CASE, caseId, asked.times().asAt());
        }
        var officers = state.allegations().values().stream()
                .map(AllegationState::officerId)
                .filter(Objects::nonNull)
                .collect(toSet());
        return CaseAnswer.of(id, asked, known.version(), state, files.officers(officers));
    }

    /** The entries of a case, struck ones too. 404 before anything was known of it. */
    @GetMapping("/timeline")
    TimelineAnswer timeline(@PathVariable String caseId, AskedTimes times) {
        return reader.timeline(RecordKind.CASE, caseId, times);
    }
}
