package org.conductregister.query.casefile.answers;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.conductregister.cases.CaseState;
import org.conductregister.officers.Listing;
import org.conductregister.query.casefile.OfficerAt;
import org.conductregister.query.casefile.files.RecordFile;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.EthnicityCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.GenderCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.states.EmploymentState;
import org.conductregister.terms.states.HandlingStatus;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A person as at a day, as known at an instant.
 *
 * @param duplicateOf the number under which the person is counted; null where that is this one
 * @param duplicates the numbers that are marked as duplicates of this one: what is recorded under them is in this answer
 * @param registered whether they are known from more than allegations
 * @param cases in which an allegation is against them, with those allegations
 * @param held the legal hold on their personal data, as known; null where there is none
 * @param erased the latest erasure of their personal data, as known; null where there is none
 * @param position of the last entry of the log that was known
 * @param version how many of their own entries were known
 */
public record OfficerAnswer(
        OfficerId officerId,
        LocalDate asAt,
        Instant knownAt,
        long position,
        long version,
        @Nullable OfficerId duplicateOf,
        List<OfficerId> duplicates,
        boolean registered,
        @Nullable LocalDate registeredOn,
        @Nullable ForceCode force,
        @Nullable Workforce workforce,
        @Nullable Label rank,
        @Nullable PersonName name,
        @Nullable GenderCode gender,
        @Nullable EthnicityCode ethnicity,
        Employment employment,
        Listing barred,
        Pension pension,
        List<Case> cases,
        @Nullable HeldOrErased held,
        @Nullable HeldOrErased erased) {

    enum Pension {
        KEPT,
        FORFEITED
    }

    /** @param leftOn the last day they left, or were dismissed in one of their cases */
    @Schema(name = "OfficerEmployment", description = "How the officer serves.")
    record Employment(EmploymentState state, @Nullable LocalDate leftOn) {}

    @Schema(name = "OfficerCase", description = "A case with allegations against the officer, and those allegations.")
    record Case(
            CaseId caseId,
            ForceCode force,
            @Nullable Reference reference,
            LocalDate openedOn,
            HandlingStatus status,
            List<AllegationAnswer> allegations) {

        private static Case of(CaseId caseId, CaseState state, OfficerAt officer, Predicate<FindingCode> upheld) {
            var opening = requireNonNull(state.opening(), "only cases that were opened are listed");
            return new Case(
                    caseId,
                    opening.force(),
                    opening.reference(),
                    opening.openedOn(),
                    state.status(),
                    officer.allegationsIn(state).stream()
                            .map(allegation -> AllegationAnswer.of(state, allegation, officer, upheld))
                            .toList());
        }
    }

    static OfficerAnswer of(OfficerAt officer, ReadContext asked, RecordFile filed, Predicate<FindingCode> upheld) {
        boolean known = officer.knownAs().equals(officer.officerId());
        var history = filed.history();
        var own = officer.own();
        var employment = officer.employment();
        return new OfficerAnswer(
                officer.officerId(),
                asked.times().asAt(),
                asked.times().knownAt(),
                asked.position(),
                filed.version(),
                known ? null : officer.knownAs(),
                known ? officer.otherNumbers() : List.of(),
                own.registered(),
                own.registeredOn(),
                own.force(),
                own.workforce(),
                own.rank(),
                own.name(),
                own.gender(),
                own.ethnicity(),
                new Employment(employment.state(), employment.leftOn()),
                own.listing(),
                own.pensionForfeited() ? Pension.FORFEITED : Pension.KEPT,
                officer.cases().entrySet().stream()
                        .map(named -> Case.of(named.getKey(), named.getValue(), officer, upheld))
                        .toList(),
                HeldOrErased.hold(history),
                HeldOrErased.erasure(history));
    }
}
