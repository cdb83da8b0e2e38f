package org.conductregister.query.statistics.benchmark.generator;

import org.conductregister.facts.CaseFact.*;
import org.conductregister.terms.AppealResult;
import org.conductregister.terms.CaseToAnswerDecision;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.ProceedingsKind;
import org.conductregister.terms.Severity;
import org.conductregister.terms.Verdict;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.AllegationId;
import org.jspecify.annotations.Nullable;

/** How one allegation of a case goes, on its own tracks. */
final class AllegationScript {

    private final CaseScript of;
    private final RandomDraw draw;
    private final AllegationId id;
    private final OfficerScript officer;
    private final CategoryCode category;
    private boolean grave;

    AllegationScript(CaseScript of, RandomDraw draw, int number, OfficerScript officer) {
        this.of = of;
        this.draw = draw;
        this.id = new AllegationId("A" + number);
        this.officer = officer;
        this.category = draw.of(Vocabulary.CATEGORY);
    }

    void report() {
        boolean known = draw.chance(0.8);
        of.first(new AllegationReported(of.on(), id, category, known ? officer.id() : null, null, tags(), null, null));
        if (!known && draw.chance(0.75)) {
            of.wait(10);
            of.then(new OfficerIdentified(of.on(), id, officer.id(), null));
        }
    }

    private @Nullable Tags tags() {
        if (Vocabulary.againstWomen(category)) {
            return draw.chance(0.2) ? Tags.of("VAWG", "AGAINST_COLLEAGUE") : Tags.of("VAWG");
        }
        return draw.chance(0.08) ? Tags.of(Vocabulary.TAGS.get(draw.between(2, 4))) : null;
    }

    void assess() {
        if (draw.chance(0.8)) {
            of.wait(8);
            var severity = draw.of(Vocabulary.SEVERITY);
            grave = severity == Severity.GROSS_MISCONDUCT || severity == Severity.MISCONDUCT;
            of.then(new SeverityAssessed(of.on(), id, severity, null));
            if (severity == Severity.GROSS_MISCONDUCT) {
                of.accuse(officer);
            }
        }
    }

    void decide() {
        if (grave && draw.chance(0.12)) {
            tryInCourt();
        }
        if (draw.chance(grave ? 0.9 : 0.4)) {
            of.wait(20);
            boolean toAnswer = grave && draw.chance(0.5);
            of.then(new CaseToAnswerDecided(of.on(), id, decision(toAnswer), null));
            if (toAnswer) {
                hear();
            }
        }
        end();
    }

    private CaseToAnswerDecision decision(boolean toAnswer) {
        if (!toAnswer) {
            return CaseToAnswerDecision.NO_CASE_TO_ANSWER;
        }
        return draw.chance(0.4) ? CaseToAnswerDecision.GROSS_MISCONDUCT : CaseToAnswerDecision.MISCONDUCT;
    }

    private void hear() {
        of.wait(40);
        of.then(new ProceedingsListed(
                of.on(), id, draw.chance(0.5) ? ProceedingsKind.HEARING : ProceedingsKind.MEETING, null));
        if (draw.chance(0.06)) {
            of.wait(30);
            of.then(new ProceedingsWithdrawn(of.on(), id, null, null));
            return;
        }
        of.wait(80);
        boolean proven = draw.chance(0.85);
        of.then(new MisconductFindingMade(
                of.on(), id, proven ? MisconductFinding.MISCONDUCT : MisconductFinding.NOT_PROVEN, null));
        if (proven) {
            var outcome = draw.of(Vocabulary.OUTCOME);
            of.then(new MisconductOutcomeImposed(of.on(), id, outcome, null));
            if (outcome.isDismissal()) {
                officer.dismissed(of.day());
            }
            appeal();
        }
    }

    private void appeal() {
        if (draw.chance(0.07)) {
            of.wait(15);
            of.then(new AppealLodged(of.on(), id, null));
            of.wait(90);
            boolean upheld = draw.chance(0.25);
            of.then(new AppealDecided(
                    of.on(),
                    id,
                    upheld ? AppealResult.UPHELD : AppealResult.DISMISSED,
                    upheld && draw.chance(0.5) ? MisconductOutcome.FINAL_WRITTEN_WARNING : null,
                    null));
        }
    }

    private void tryInCourt() {
        of.wait(40);
        if (draw.chance(0.15)) {
            of.then(new CautionGiven(of.on(), id, null));
            return;
        }
        of.then(new OfficerCharged(of.on(), id, null, null));
        of.wait(150);
        if (draw.chance(0.2)) {
            of.then(new CriminalCaseDiscontinued(of.on(), id, null));
            return;
        }
        boolean convicted = draw.chance(0.6);
        of.then(new CriminalVerdictReached(of.on(), id, convicted ? Verdict.CONVICTED : Verdict.ACQUITTED, null));
        if (convicted) {
            of.wait(20);
            of.then(new SentencePassed(of.on(), id, draw.of(Vocabulary.SENTENCE), null, null));
        }
    }

    private void end() {
        of.wait(10);
        switch (draw.between(0, 9)) {
            case 0, 1, 2 -> of.then(new NoFurtherActionTaken(of.on(), id, null));
            case 3 -> of.then(new AllegationWithdrawn(of.on(), id, null));
            case 4, 5, 6, 7 ->
                of.then(new AllegationClosed(
                        of.on(), id, draw.chance(0.6) ? draw.of(Vocabulary.FINDING) : null, null, null));
            default -> {
                // its case closes it
            }
        }
    }
}
