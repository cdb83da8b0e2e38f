package org.conductregister.command.forms;

import java.util.List;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.*;
import org.conductregister.command.forms.fields.FormField;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.FormFaults.Link;

/** Where on a form a refusal is shown, in the rule's own words. */
final class RefusedField {

    private RefusedField() {}

    /** @param links to what can be done about it */
    static FormFaults faults(Refusal refusal, List<FormField> fields, List<Link> links) {
        return candidates(refusal).stream()
                .flatMap(name -> fields.stream().filter(field -> field.name().equals(name)))
                .findFirst()
                .map(field -> FormFaults.none().add(field.name(), field.target(), refusal.sentence(), links))
                .orElseGet(() -> FormFaults.none().add(null, null, refusal.sentence(), links));
    }

    private static List<String> candidates(Refusal refusal) {
        return switch (refusal) {
            case RuleBroken r -> RuleHelp.of(r.rule()).fields();
            case LaterFactImpossible r -> RuleHelp.ofDay();
            case MarkedDuplicate r -> List.of();
            case AgainstAnotherRecord r -> List.of("reference", "duplicateOf");
            case OutOfSight r ->
                switch (r.kind()) {
                    case FORCE_NOT_YOURS -> List.of("force");
                    case CONFLICT_OF_INTEREST -> List.of("officerId");
                    case CASE_ID_NOT_AVAILABLE -> List.of("caseId");
                    case REFERENCE_TAKEN -> List.of("reference");
                    case MARKED_DUPLICATE, HAS_DUPLICATES -> List.of();
                    case DUPLICATE_OF_DUPLICATE -> List.of("duplicateOf");
                };
            case InTheFuture r -> RuleHelp.ofDay();
            case EntryIdTaken r -> List.of();
            case VersionStale r -> List.of();
            case ConcurrentChange r -> List.of();
        };
    }
}
