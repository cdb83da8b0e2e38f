package org.conductregister.query.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RankingTest {

    private final MadeLog log = new MadeLog();

    @Test
    void theNumberItselfComesBeforeOnesThatBeginWithItAndBeforeTexts() {
        log.opened("LAN-20", "See LAN-2");
        log.opened("KEN-1", "See also LAN-2 for more");
        log.opened("LAN-2", null);

        assertThat(MadeIndex.of(log).cases("lan-2").getFirst()).isEqualTo("LAN-2");
        assertThat(MadeIndex.of(log).cases("lan-2")).containsExactlyInAnyOrder("LAN-2", "LAN-20", "KEN-1");
    }

    @Test
    void aNameAsTypedComesBeforeOneThatBeginsWithItAndOnesThatAreSimilar() {
        log.registered("O1", "Smyth");
        log.registered("O2", "Smithson");
        log.registered("O3", "Smith");

        assertThat(MadeIndex.of(log).officers("smith")).startsWith("O3", "O2").contains("O1");
    }

    @Test
    void aRareWordSaysMoreThanACommonOne() {
        for (int i = 0; i < 20; i++) {
            log.opened("C" + i, "Messages sent");
        }
        log.opened("D1", "Messages sent late at night, messages sent again");
        log.opened("D2", "Laboratory messages sent");

        assertThat(MadeIndex.of(log).cases("laboratory")).containsExactly("D2");
        assertThat(MadeIndex.of(log).cases("messages").getFirst()).isEqualTo("D1");
    }

    @Test
    void casesNameAnOfficerWhoHasAllTheWordsBeforeTwoWhoHaveThemBetweenThem() {
        log.registered("O1", "Sam Aldermere");
        log.registered("O2", "Sam Vexley");
        log.registered("O3", "Kim Aldermere");
        log.opened("C1", null);
        log.reported("C1", "OTHER", "O1", null);
        log.opened("C2", null);
        log.reported("C2", "OTHER", "O2", null);
        log.reported("C2", "OTHER", "O3", null);
        log.opened("C3", null);
        log.reported("C3", "OTHER", "O3", null);

        assertThat(MadeIndex.of(log).cases("sam aldermere")).containsExactly("C1", "C2");
    }

    @Test
    void wordsMayStandInDifferentEntriesAndAllMustBeThere() {
        log.registered("O1", "Sam Aldermere");
        log.opened("C1", "Messages to a victim");
        log.reported("C1", "RAPE", "O1", "At the station");

        assertThat(MadeIndex.of(log).cases("victim station")).containsExactly("C1");
        assertThat(MadeIndex.of(log).cases("victim aldermere rape c1")).containsExactly("C1");
        assertThat(MadeIndex.of(log).cases("victim laboratory")).isEmpty();
    }

    @Test
    void aMisspeltWordIsTakenForASimilarOneEvenWhereSomeOtherCaseHasItAsTyped() {
        log.opened("C1", "Messages by Aldermere");
        log.opened("C2", "Visits by Aldermare");

        assertThat(MadeIndex.of(log).cases("messages aldermare")).containsExactly("C1");
    }
}
