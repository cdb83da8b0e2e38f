package org.conductregister.query.statistics.benchmark.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.text.FreeText;

/** How one case goes: reported, assessed, perhaps referred, investigated, decided and closed. */
final class CaseScript {

    private static final FreeText NOTE = new FreeText("Papers received");
    private static final FreeText NEW_EVIDENCE = new FreeText("New evidence");

    private final TeamLog log;
    private final RandomDraw draw;
    private final RecordId record;
    private final List<OfficerScript> officers;
    private final List<AllegationScript> allegations = new ArrayList<>();
    private int day;

    CaseScript(TeamLog log, RandomDraw draw, String id, List<OfficerScript> officers) {
        this.log = log;
        this.draw = draw;
        this.record = new RecordId(RecordKind.CASE, id);
        this.officers = officers;
    }

    void write(ForceCode force, int reported) {
        day = reported;
        log.turnPage();
        open(force);
        allegations.forEach(AllegationScript::assess);
        refer();
        investigate();
        allegations.forEach(AllegationScript::decide);
        if (draw.chance(0.93)) {
            wait(15);
            log.then(record, day, new CaseClosed(on(), null));
            reopen();
        }
    }

    private void open(ForceCode force) {
        var kind = draw.of(Vocabulary.KIND);
        var source = draw.of(kind == CaseKind.COMPLAINT ? Vocabulary.OF_COMPLAINT : Vocabulary.OF_CONDUCT);
        var tags = draw.chance(0.02) ? Tags.of(Vocabulary.TAGS.get(3)) : null;
        log.first(record, day, new CaseOpened(on(), force, kind, source, null, null, tags, null));
        int more = draw.between(0, 99);
        int number = more < 76 ? 1 : more < 92 ? 2 : more < 98 ? 3 : 4;
        for (int i = 1; i <= number; i++) {
            var officer = officers.get(draw.between(0, officers.size() - 1));
            allegations.add(new AllegationScript(this, draw, i, officer));
        }
        allegations.forEach(AllegationScript::report);
    }

    private void refer() {
        if (draw.chance(0.18)) {
            wait(8);
            var basis = draw.chance(0.8) ? ReferralBasis.MANDATORY : ReferralBasis.VOLUNTARY;
            log.then(record, day, new CaseReferredToWatchdog(on(), basis, null, null));
            wait(15);
            log.then(record, day, new InvestigationModeDecided(on(), draw.of(Vocabulary.MODE), null));
        }
    }

    private void investigate() {
        if (draw.chance(0.8)) {
            wait(15);
            log.then(record, day, new InvestigationStarted(on(), null));
            note();
            if (draw.chance(0.03)) {
                wait(30);
                log.then(record, day, new InvestigationSuspended(on(), null));
                wait(200);
                log.then(record, day, new InvestigationResumed(on(), null));
            }
            wait(120);
            log.then(record, day, new InvestigationCompleted(on(), null));
        }
    }

    private void note() {
        while (draw.chance(0.74)) {
            wait(15);
            log.then(record, day, new NoteAdded(on(), NOTE, null));
        }
    }

    private void reopen() {
        if (draw.chance(0.02)) {
            wait(200);
            log.then(record, day, new CaseReopened(on(), NEW_EVIDENCE, null));
            wait(100);
            log.then(record, day, new CaseClosed(on(), null));
        }
    }

    /** Some days go by. */
    void wait(int about) {
        day += draw.about(about);
    }

    LocalDate on() {
        return LocalDate.ofEpochDay(day);
    }

    int day() {
        return day;
    }

    void first(CaseFact fact) {
        log.first(record, day, fact);
    }

    void then(CaseFact fact) {
        log.then(record, day, fact);
    }

    void accuse(OfficerScript officer) {
        log.aside(() -> officer.accused(day));
    }
}
