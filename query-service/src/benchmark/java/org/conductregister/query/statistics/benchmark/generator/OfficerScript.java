package org.conductregister.query.statistics.benchmark.generator;

import java.time.LocalDate;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.*;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.FreeText;

/** How one person serves: registered when first heard of, most of them, and a few leave. */
final class OfficerScript {

    private static final FreeText REASON = new FreeText("Contract ended");

    private final TeamLog log;
    private final RandomDraw draw;
    private final RecordId record;
    private int until;
    private boolean dismissed;

    OfficerScript(TeamLog log, RandomDraw draw, String id, ForceCode force, int begins) {
        this.log = log;
        this.draw = draw;
        this.record = new RecordId(RecordKind.OFFICER, id);
        this.until = begins;
        log.turnPage();
        if (draw.chance(0.92)) {
            var joined = LocalDate.ofEpochDay(begins - draw.about(3_000));
            log.first(
                    record,
                    begins,
                    new OfficerRegistered(joined, force, draw.of(Vocabulary.WORKFORCE), null, null, null));
        }
    }

    OfficerId id() {
        return new OfficerId(record.id());
    }

    /** Logs the consequences of a grave accusation. */
    void accused(int day) {
        until = Math.max(until, day);
        log.turnPage();
        if (draw.chance(0.3)) {
            LocalDate on = LocalDate.ofEpochDay(day);
            log.then(
                    record,
                    day,
                    draw.chance(0.4) ? new OfficerSuspended(on, null) : new OfficerPutOnRestrictedDuties(on, null));
        }
    }

    void dismissed(int day) {
        until = Math.max(until, day);
        dismissed = true;
    }

    void writeEnd() {
        log.turnPage();
        int day = until + draw.about(100);
        var on = LocalDate.ofEpochDay(day);
        if (dismissed) {
            log.then(record, day, draw.chance(0.8) ? new OfficerBarred(on, null) : new OfficerDismissed(on, null));
        } else if (draw.chance(0.15)) {
            log.then(record, day, leaving(on));
        }
    }

    private Fact leaving(LocalDate on) {
        return switch (draw.between(0, 9)) {
            case 0, 1, 2, 3, 4 -> new OfficerResigned(on, null);
            case 5, 6, 7 -> new OfficerRetired(on, null);
            default -> new OfficerLeft(on, REASON, null);
        };
    }
}
