package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.RuleBroken;
import org.conductregister.command.decisions.Rule;
import org.junit.jupiter.api.Test;

class EntriesDocumentsTest {

    @Test
    void everyKindOfRefusalAndEveryRuleIsDescribed() {
        assertThat(EntriesDocuments.refusals())
                .extracting(refusal -> refusal.getClass().getSimpleName())
                .containsAll(Arrays.stream(Refusal.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
        assertThat(EntriesDocuments.refusals())
                .filteredOn(RuleBroken.class::isInstance)
                .extracting(refusal -> ((RuleBroken) refusal).rule())
                .containsExactlyInAnyOrder(Rule.values());
    }
}
