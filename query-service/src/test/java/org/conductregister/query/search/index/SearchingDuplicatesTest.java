package org.conductregister.query.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.conductregister.query.pointintime.Head;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A duplicate leads to what it duplicates, as known from its marking on. */
class SearchingDuplicatesTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 1, 1);

    private final MadeLog log = new MadeLog();

    /** C1 and C2 are one complaint; the marking is the fifth entry. */
    private void enteredTwice() {
        log.openedAs("C1", "CO 1/12");
        log.reported("C1", "RAPE", "O1", null);
        log.openedAs("C2", "CO 9/12");
        log.reported("C2", "RAPE", "O2", "In the car park");
        log.caseMarked("C2", "C1");
    }

    @Test
    void theNumberAndReferenceAndWordsOfADuplicateFindTheCaseThatItDuplicates() {
        enteredTwice();
        var index = MadeIndex.of(log);

        assertThat(index.cases("C2")).containsExactly("C1");
        assertThat(index.cases("CO 9/12")).containsExactly("C1");
        assertThat(index.cases("park")).containsExactly("C1");
        assertThat(index.cases("rape")).containsExactly("C1");
        assertThat(index.cases("CO 9/12", TODAY, 4)).containsExactly("C2");
        assertThat(index.cases("rape", TODAY, 4)).containsExactlyInAnyOrder("C1", "C2");
    }

    @Test
    void whoIsNamedInADuplicateAloneIsNotNamedInTheOther() {
        enteredTwice();
        var index = MadeIndex.of(log);

        assertThat(index.casesOf("O2", 4)).containsExactly("C2");
        assertThat(index.casesOf("O2", 5)).isEmpty();
        assertThat(index.casesOf("O1", 5)).containsExactly("C1");
    }

    @Test
    void aMarkingTakenBackFindsBothAgain() {
        enteredTwice();
        log.retracted(log.after(4).getFirst());
        var index = MadeIndex.of(log);

        assertThat(index.cases("C2")).containsExactly("C2");
        assertThat(index.cases("rape")).containsExactlyInAnyOrder("C1", "C2");
        assertThat(index.cases("rape", TODAY, 5)).containsExactly("C1");
    }

    @Test
    void aDuplicateDoesNotOpenTheCaseThatItDuplicates() {
        enteredTwice();
        log.retracted(log.after(0).getFirst());
        var index = MadeIndex.of(log);

        assertThat(index.cases("park")).isEmpty();
        assertThat(index.cases("C2")).isEmpty();
    }

    /** O2 is another number of O1, who is registered by name; the marking is the fourth entry. */
    private void twoNumbers() {
        log.registered("O1", "Ada Example");
        log.opened("C1", null);
        log.reported("C1", "RAPE", "O2", null);
        log.officerMarked("O2", "O1");
    }

    @Test
    void bothNumbersFindTheOnePerson() {
        twoNumbers();
        var index = MadeIndex.of(log);

        assertThat(index.officers("O2", 3)).containsExactly("O2");
        assertThat(index.officers("O2")).containsExactly("O1");
        assertThat(index.officers("O1")).containsExactly("O1");
        assertThat(index.officers("ada")).containsExactly("O1");
    }

    @Test
    void casesAreFoundByAnyNumberAndNameOfAPerson() {
        twoNumbers();
        log.opened("C2", null);
        log.reported("C2", "RAPE", "O1", null);
        var index = MadeIndex.of(log);

        assertThat(index.cases("example", TODAY, 3)).isEmpty();
        assertThat(index.cases("example")).containsExactlyInAnyOrder("C1", "C2");
        assertThat(index.casesOf("O1", log.last())).containsExactlyInAnyOrder("C1", "C2");
        assertThat(index.casesOf("O2", log.last())).containsExactlyInAnyOrder("C1", "C2");
        assertThat(index.casesOf("O2", 3)).containsExactly("C1");
    }

    @Test
    void whatCannotBeANumberIsNobodys() {
        twoNumbers();

        assertThat(MadeIndex.of(log).casesOf("<O1>'\"/", log.last())).isEmpty();
    }

    @Test
    void aNumberThatWasNeverUsedLeadsToThePerson() {
        log.registered("O1", "Ada Example");
        log.officerMarked("O-OLD", "O1");
        var index = MadeIndex.of(log);

        assertThat(index.officers("O-OLD")).containsExactly("O1");
    }

    @Test
    void whatIsRecordedUnderADuplicateLaterFindsThePerson() {
        log.opened("C1", null);
        log.officerMarked("O2", "O1");
        var index = MadeIndex.of(log);
        log.registered("O2", "Grace Example");
        index.follow();

        assertThat(index.officers("grace")).containsExactly("O1");
    }

    @Test
    void anIndexThatIsKeptKnowsTheDuplicates(@TempDir Path directory) throws Exception {
        twoNumbers();
        var index = MadeIndex.open(log, directory);
        index.follow();
        index.view.keep().get();
        index.view.close();
        log.opened("C2", "At the station");
        log.reported("C2", "RAPE", "O1", null);

        var opened = MadeIndex.open(log, directory);
        assertThat(opened.view.head().now()).isNotEqualTo(Head.At.START);
        opened.follow();

        assertThat(opened.officers("O2")).containsExactly("O1");
        assertThat(opened.casesOf("O2", log.last())).containsExactlyInAnyOrder("C1", "C2");
        opened.view.close();
    }
}
