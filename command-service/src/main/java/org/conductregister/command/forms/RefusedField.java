package org.conductregister.command.forms;

import java.util.List;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.*;
import org.conductregister.command.decisions.Rule;
import org.conductregister.web.pages.FormFaults;

/** Where on a form a refusal is shown, in the rule's own words. */
final class RefusedField {

    private static final String WHOLE_FORM = "";

    private RefusedField() {}

    static FormFaults faults(Refusal refusal, List<FormField> fields) {
        var candidates = switch (refusal) {
            case RuleBroken r -> candidates(r.rule());
            case LaterFactImpossible r -> ofDay();
            case MarkedDuplicate r -> List.of(WHOLE_FORM);
            case AgainstAnotherRecord r -> List.of("reference", "duplicateOf");
            case OutOfSight r ->
                switch (r.kind()) {
                    case FORCE_NOT_YOURS -> List.of("force");
                    case CONFLICT_OF_INTEREST -> List.of("officerId");
                    case CASE_ID_NOT_AVAILABLE -> List.of("caseId");
                    case REFERENCE_TAKEN -> List.of("reference");
                };
            case InTheFuture r -> ofDay();
            case EntryIdTaken r -> List.of(WHOLE_FORM);
            case VersionStale r -> List.of(WHOLE_FORM);
            case ConcurrentChange r -> List.of(WHOLE_FORM);
        };
        return candidates.stream()
                .flatMap(name -> fields.stream().filter(field -> field.name().equals(name)))
                .findFirst()
                .map(field -> FormFaults.none().add(field.name(), field.target(), refusal.sentence()))
                .orElseGet(() -> FormFaults.none().add(null, refusal.sentence()));
    }

    private static List<String> ofDay() {
        return List.of("newOccurredOn", "occurredOn");
    }

    /** The fields that a rule may be about, the likeliest first; a form has one of them or none. */
    private static List<String> candidates(Rule rule) {
        return switch (rule) {
            case OCCURRED_BEFORE_CASE_OPENED,
                    OCCURRED_BEFORE_ALLEGATION_REPORTED,
                    OCCURRED_BEFORE_RECOMMENDATION_ISSUED -> ofDay();
            case RESPONSE_DUE_BEFORE_ISSUE -> List.of("responseDueOn");
            case OFFICER_ALREADY_IN_FORCE, FORCE_NOT_ADDRESSED -> List.of("force");
            case CASE_NOT_OPENED, CASE_RETRACTED, CASE_ALREADY_OPENED -> List.of("caseId");
            case ALLEGATION_UNKNOWN,
                    ALLEGATION_RETRACTED,
                    ALLEGATION_ALREADY_REPORTED,
                    ALLEGATION_ALREADY_CLOSED,
                    OFFICER_ALREADY_IDENTIFIED,
                    OFFICER_NOT_IDENTIFIED,
                    PROCEEDINGS_ALREADY_LISTED,
                    PROCEEDINGS_NOT_LISTED,
                    NOTHING_TO_APPEAL,
                    APPEAL_ALREADY_LODGED,
                    APPEAL_NOT_LODGED,
                    OFFICER_ALREADY_CHARGED,
                    OFFICER_NOT_CHARGED,
                    OFFICER_NOT_CONVICTED -> List.of("allegationId");
            case CASE_CLOSED,
                    CASE_ALREADY_CLOSED,
                    CASE_NOT_CLOSED,
                    CASE_NOT_REFERRED,
                    REFERRAL_AWAITING_DECISION,
                    REFERRAL_UNDER_INVESTIGATION,
                    INVESTIGATION_ALREADY_STARTED,
                    INVESTIGATION_NOT_STARTED,
                    INVESTIGATION_NOT_RUNNING,
                    INVESTIGATION_NOT_SUSPENDED,
                    OFFICER_ALREADY_REGISTERED,
                    OFFICER_HAS_LEFT,
                    OFFICER_ALREADY_SUSPENDED,
                    OFFICER_ALREADY_RESTRICTED,
                    OFFICER_ON_FULL_DUTIES,
                    OFFICER_ALREADY_LISTED,
                    OFFICER_NOT_LISTED,
                    PENSION_ALREADY_FORFEITED,
                    RECOMMENDATION_NOT_ISSUED,
                    RECOMMENDATION_RETRACTED,
                    RECOMMENDATION_ALREADY_ISSUED,
                    ENTRY_UNKNOWN,
                    ENTRY_ALREADY_RETRACTED,
                    CORRECTION_NOT_REDATABLE,
                    CORRECTION_NOT_CORRECTABLE,
                    CORRECTED_TO_ANOTHER_KIND,
                    ALREADY_MARKED_DUPLICATE -> List.of(WHOLE_FORM);
            case DUPLICATE_OF_ITSELF -> List.of("duplicateOf");
        };
    }
}
