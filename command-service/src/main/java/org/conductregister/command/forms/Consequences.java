package org.conductregister.command.forms;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.officers.OfficerState;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.states.EmploymentState;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;

/** Tells what else would follow from recording a fact, on its form, before it is recorded. */
@Component
class Consequences {

    private static final CategoryCode MUST_BE_REFERRED = new CategoryCode("ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE");

    private final Ledgers ledgers;
    private final Words words;

    Consequences(Ledgers ledgers, Words words) {
        this.ledgers = ledgers;
        this.words = words;
    }

    /** In sentences; empty where there are none. */
    List<String> of(FactType type, RecordId record) {
        if (type.javaType() != CaseClosed.class && type.javaType() != OfficerRegistered.class) {
            return List.of();
        }
        return switch (ledgers.of(record).head()) {
            case CaseState state -> ofClosing(state);
            case OfficerState state -> ofRegistering(state);
            case Object other -> List.of();
        };
    }

    private List<String> ofClosing(CaseState state) {
        var warnings = new ArrayList<String>();
        var pending = state.allegations().values().stream()
                .filter(AllegationState::pending)
                .toList();
        if (!pending.isEmpty()) {
            warnings.add("%s still pending: %s. Closing the case closes %s, without a finding."
                    .formatted(
                            pending.size() == 1 ? "One allegation is" : pending.size() + " allegations are",
                            String.join(
                                    ", ",
                                    pending.stream()
                                            .map(one ->
                                                    one.allegationId() + " (" + words.category(one.category()) + ")")
                                            .toList()),
                            pending.size() == 1 ? "it" : "them"));
        }
        boolean mustBeReferred = state.allegations().values().stream()
                .anyMatch(one -> one.category().equals(MUST_BE_REFERRED));
        if (mustBeReferred && state.referrals().isEmpty()) {
            warnings.add("This case had to be referred to the watchdog, and is not. Refer it before it is closed.");
        }
        return warnings;
    }

    private static List<String> ofRegistering(OfficerState state) {
        return state.employment() == EmploymentState.DISMISSED
                ? List.of(
                        "This officer was dismissed. A registration on a later day says that they have come back. If this"
                                + " is somebody else, give them a number of their own.")
                : List.of();
    }
}
