package org.conductregister.standalone.sample.script;

import java.time.LocalDate;
import java.util.function.Function;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.*;
import org.conductregister.terms.AppealResult;
import org.conductregister.terms.CaseToAnswerDecision;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.Months;
import org.conductregister.terms.ProceedingsKind;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Severity;
import org.conductregister.terms.Verdict;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Label;
import org.jspecify.annotations.Nullable;

/** One allegation of a {@link CaseScript} and the officer it is against; writes the steps of both. */
public record Accusation(CaseScript script, AllegationId id, Officer officer, Category category) {

    /** Since this day there are a barred and an advisory list (Policing and Crime Act 2017). */
    private static final LocalDate BARRED_LIST = LocalDate.of(2017, 12, 15);

    Accusation(CaseScript script, int number, Officer officer, Category category) {
        this(script, new AllegationId("A" + number), officer, category);
    }

    Accusation reported(Tags tags) {
        var marked = tags.tags().isEmpty() ? null : tags;
        var summary = script.random().percent(50) ? SampleTexts.summary(category) : null;
        return step(
                0,
                day -> new AllegationReported(
                        day, id, category.code(), officer.id(), officer.workforce(), marked, summary, null));
    }

    Accusation reportedAgainstSomebody(Tags tags) {
        var marked = tags.tags().isEmpty() ? null : tags;
        return step(
                0,
                day -> new AllegationReported(
                        day,
                        id,
                        category.code(),
                        null,
                        officer.workforce(),
                        marked,
                        SampleTexts.summary(category),
                        null));
    }

    public Accusation identified() {
        return step(2, day -> new OfficerIdentified(day, id, officer.id(), null));
    }

    public Accusation assessed(Severity severity) {
        return step(1, day -> new SeverityAssessed(day, id, severity, null));
    }

    public Accusation caseToAnswer(CaseToAnswerDecision decision) {
        return step(3, day -> new CaseToAnswerDecided(day, id, decision, null));
    }

    public Accusation noCaseToAnswer() {
        return caseToAnswer(CaseToAnswerDecision.NO_CASE_TO_ANSWER);
    }

    Accusation listed(ProceedingsKind proceedings) {
        return step(4, day -> new ProceedingsListed(day, id, proceedings, null));
    }

    Accusation proceedingsWithdrawn(String reason) {
        return step(3, day -> new ProceedingsWithdrawn(day, id, new FreeText(reason), null));
    }

    Accusation found(MisconductFinding finding) {
        return step(10, day -> new MisconductFindingMade(day, id, finding, null));
    }

    Accusation outcome(MisconductOutcome outcome) {
        return step(0, day -> new MisconductOutcomeImposed(day, id, outcome, null));
    }

    /** Listed, found proved and dealt with on one day. */
    public Accusation heard(ProceedingsKind proceedings, MisconductFinding finding, MisconductOutcome outcome) {
        return listed(proceedings).found(finding).outcome(outcome);
    }

    public Accusation appealed() {
        return step(2, day -> new AppealLodged(day, id, null));
    }

    public Accusation appealDecided(AppealResult result, @Nullable MisconductOutcome outcome) {
        return step(16, day -> new AppealDecided(day, id, result, outcome, null));
    }

    public Accusation charged() {
        return step(12, day -> new OfficerCharged(day, id, new FreeText(category.offence()), null));
    }

    public Accusation convicted() {
        return step(26, day -> new CriminalVerdictReached(day, id, Verdict.CONVICTED, null));
    }

    Accusation acquitted() {
        return step(26, day -> new CriminalVerdictReached(day, id, Verdict.ACQUITTED, null));
    }

    public Accusation sentenced(Sentence sentence, int months) {
        return step(3, day -> new SentencePassed(day, id, sentence, new Months(months), null));
    }

    public Accusation sentenced(Sentence sentence) {
        return step(3, day -> new SentencePassed(day, id, sentence, null, null));
    }

    Accusation cautioned() {
        return step(8, day -> new CautionGiven(day, id, null));
    }

    Accusation discontinued() {
        return step(14, day -> new CriminalCaseDiscontinued(day, id, null));
    }

    Accusation convictionQuashed() {
        return step(30, day -> new ConvictionQuashed(day, id, null));
    }

    public Accusation noFurtherAction() {
        return step(3, day -> new NoFurtherActionTaken(day, id, null));
    }

    Accusation withdrawn() {
        return step(4, day -> new AllegationWithdrawn(day, id, null));
    }

    public Accusation closed() {
        return step(1, day -> new AllegationClosed(day, id, null, null, null));
    }

    public Accusation closed(String finding) {
        return step(1, day -> new AllegationClosed(day, id, new FindingCode(finding), null, null));
    }

    public Accusation closed(String finding, MisconductOutcome outcome) {
        return step(1, day -> new AllegationClosed(day, id, new FindingCode(finding), outcome, null));
    }

    Accusation restricted() {
        return officer(1, day -> new OfficerPutOnRestrictedDuties(day, null));
    }

    public Accusation suspended() {
        return officer(1, day -> new OfficerSuspended(day, null));
    }

    public Accusation backToFullDuties() {
        return officer(1, day -> new OfficerReturnedToFullDuties(day, null));
    }

    public Accusation resigned() {
        return officer(6, day -> new OfficerResigned(day, null));
    }

    Accusation retired() {
        return officer(6, day -> new OfficerRetired(day, null));
    }

    public Accusation left(String reason) {
        return officer(6, day -> new OfficerLeft(day, new FreeText(reason), null));
    }

    public Accusation registeredAgain(Force force, Workforce workforce, String post) {
        return officer(
                40, day -> new OfficerRegistered(day, force.code(), workforce, new Label(post), officer.name(), null));
    }

    public Accusation transferred(Force to) {
        return officer(6, day -> new OfficerTransferred(day, to.code(), null));
    }

    public Accusation onAdvisoryList() {
        return officer(1, day -> day.isBefore(BARRED_LIST) ? null : new OfficerPlacedOnAdvisoryList(day, null));
    }

    public Accusation barred() {
        return officer(1, day -> day.isBefore(BARRED_LIST) ? null : new OfficerBarred(day, null));
    }

    public Accusation delisted() {
        return officer(20, day -> new OfficerDelisted(day, null));
    }

    public Accusation pensionForfeited() {
        return officer(16, day -> new PensionForfeited(day, null));
    }

    private Accusation step(int weeks, Function<LocalDate, @Nullable Fact> fact) {
        script.then(weeks, fact);
        return this;
    }

    private Accusation officer(int weeks, Function<LocalDate, @Nullable Fact> fact) {
        script.then(officer.record(), weeks, fact);
        return this;
    }
}
