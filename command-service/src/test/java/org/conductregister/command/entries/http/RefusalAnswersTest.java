package org.conductregister.command.entries.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.AgainstAnotherRecord;
import org.conductregister.command.decisions.Refusal.ConcurrentChange;
import org.conductregister.command.decisions.Refusal.EntryIdTaken;
import org.conductregister.command.decisions.Refusal.InTheFuture;
import org.conductregister.command.decisions.Refusal.LaterFactImpossible;
import org.conductregister.command.decisions.Refusal.MarkedDuplicate;
import org.conductregister.command.decisions.Refusal.RuleBroken;
import org.conductregister.command.decisions.Refusal.VersionStale;
import org.conductregister.web.Problem.Item;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalAnswersTest {

    static Stream<Refusal> refusals() {
        return EntriesDocuments.refusals().stream();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalHasTheCodeOfTheContract(Refusal refusal) {
        assertThat(refusal.code())
                .isEqualTo(
                        switch (refusal) {
                            case RuleBroken broken -> broken.rule().name();
                            case LaterFactImpossible later -> "LATER_FACT_IMPOSSIBLE";
                            case MarkedDuplicate marked -> "MARKED_DUPLICATE";
                            case AgainstAnotherRecord against ->
                                against.clash().kind().name();
                            case InTheFuture future -> "OCCURRED_IN_FUTURE";
                            case EntryIdTaken taken -> "ENTRY_ID_TAKEN";
                            case VersionStale stale -> "VERSION_STALE";
                            case ConcurrentChange change -> "CONCURRENT_CHANGE";
                        });
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void itsProblemNamesTheEntryThatIsAtFaultIfOneIs(Refusal refusal) {
        var problem = RefusalAnswers.problem(refusal, "/3");

        boolean stale = refusal instanceof VersionStale;
        assertThat(problem.status()).isEqualTo(stale ? 412 : 409);
        assertThat(problem.code()).isEqualTo(refusal.code());
        assertThat(problem.detail()).isEqualTo(refusal.sentence()).endsWith(".");
        if (stale || refusal instanceof ConcurrentChange) {
            assertThat(problem.errors()).isEmpty();
        } else {
            assertThat(problem.errors()).containsExactly(Item.at("/3", refusal.code(), refusal.sentence()));
        }
    }
}
