package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import org.conductregister.command.decisions.Rule;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests of the three kinds of record, and sees which rules they have seen to refuse something. */
class EveryRuleHasATest {

    @Test
    void everyRuleIsShownToRefuseSomething() {
        var tests = LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        selectPackage("org.conductregister.command.cases"),
                        selectPackage("org.conductregister.command.officers"),
                        selectPackage("org.conductregister.command.recommendations"))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(tests, summary);

        assertThat(summary.getSummary().getTotalFailureCount()).isZero();
        assertThat(RecordFixture.SHOWN).containsExactlyInAnyOrder(Rule.values());
    }
}
