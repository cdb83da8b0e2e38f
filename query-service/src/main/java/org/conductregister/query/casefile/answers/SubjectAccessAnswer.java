package org.conductregister.query.casefile.answers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conductregister.query.casefile.answers.TimelineAnswer.TimelineEntry;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;

/**
 * All that the register says of one person, for a subject access request.
 *
 * @param officerId the number under which the person is counted
 * @param numbers all of the person's, that one first
 * @param officer how they stand, with the allegations against them
 * @param entries of the person's own record, under all numbers, retracted ones too
 * @param cases in which they are named, or once were, in order of their ids
 * @param position of the last entry of the log that was known
 */
public record SubjectAccessAnswer(
        OfficerId officerId,
        LocalDate asAt,
        Instant knownAt,
        long position,
        List<OfficerId> numbers,
        OfficerAnswer officer,
        List<TimelineEntry> entries,
        List<CaseEntries> cases) {

    /**
     * The entries of a case that concern the person: those about an allegation that is or was against them, and those about the
     * case as a whole. Of what concerns other officers alone there is nothing.
     */
    @Schema(name = "SubjectAccessCase", description = "What a case says of the person.")
    public record CaseEntries(CaseId caseId, ForceCode force, List<TimelineEntry> entries) {}
}
