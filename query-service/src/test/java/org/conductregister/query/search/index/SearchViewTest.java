package org.conductregister.query.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.conductregister.query.pointintime.Head;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchViewTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 1, 1);

    @TempDir
    Path directory;

    private final MadeLog log = new MadeLog();

    @Test
    void whatIsRetractedIsFoundAsItWasKnownBefore() {
        log.opened("C1", null);
        var wrong = log.reported("C1", "RAPE", "O1", "At the station");
        var retraction = log.retracted(wrong);
        log.retracted(retraction);
        var index = MadeIndex.of(log);

        assertThat(index.cases("station", TODAY, 1)).isEmpty();
        assertThat(index.cases("station", TODAY, 2)).containsExactly("C1");
        assertThat(index.cases("station", TODAY, 3)).isEmpty();
        assertThat(index.cases("o1", TODAY, 3)).isEmpty();
        assertThat(index.cases("rape", TODAY, 3)).isEmpty();
        assertThat(index.cases("station", TODAY, 4)).containsExactly("C1");
    }

    @Test
    void aCaseWhoseOpeningIsRetractedIsNotFoundByAnything() {
        var wrong = log.opened("C1", "A title");
        log.reported("C1", "RAPE", "O1", "At the station");
        log.retracted(wrong);
        var index = MadeIndex.of(log);

        assertThat(index.cases("station", TODAY, 2)).containsExactly("C1");
        assertThat(index.cases("station", TODAY, 3)).isEmpty();
        assertThat(index.cases("c1", TODAY, 3)).isEmpty();
    }

    @Test
    void whatIsRedatedIsFoundFromItsNewDay() {
        var later = MadeLog.DAY.plusDays(9);
        log.opened("C1", null);
        log.redated(log.reported("C1", "RAPE", "O1", "At the station"), later);
        var index = MadeIndex.of(log);

        assertThat(index.cases("station", MadeLog.DAY, 2)).containsExactly("C1");
        assertThat(index.cases("station", MadeLog.DAY, 3)).isEmpty();
        assertThat(index.cases("station", later, 3)).containsExactly("C1");
    }

    @Test
    void whatIsCorrectedIsFoundByWhatItSaysNow() {
        log.opened("C1", null);
        var wrong = log.reported("C1", "RAPE", "O1", "At the station");
        log.corrected(wrong, "SEXUAL_HARASSMENT", "In the car park");
        var index = MadeIndex.of(log);

        assertThat(index.cases("station rape", TODAY, 2)).containsExactly("C1");
        assertThat(index.cases("station", TODAY, 3)).isEmpty();
        assertThat(index.cases("rape", TODAY, 3)).isEmpty();
        assertThat(index.cases("park harassment", TODAY, 3)).containsExactly("C1");
        assertThat(index.cases("park", TODAY, 2)).isEmpty();
    }

    @Test
    void anOfficerIsFoundByEveryNameThatStillStands() {
        var before = log.registered("O1", "Sam Vexley");
        log.registered("O1", "Sam Aldermere");
        var index = MadeIndex.of(log);
        assertThat(index.officers("vexley")).containsExactly("O1");
        assertThat(index.officers("aldermere")).containsExactly("O1");

        log.retracted(before);
        index.follow();
        assertThat(index.officers("vexley")).isEmpty();
        assertThat(index.officers("aldermere")).containsExactly("O1");
    }

    @Test
    void anOfficerIsFoundByNumberAlsoWhereOnlyACaseNamesThem() {
        log.opened("C1", null);
        log.reported("C1", "RAPE", "LAN-O-17", null);

        assertThat(MadeIndex.of(log).officers("o-17")).containsExactly("LAN-O-17");
    }

    @Test
    void takingInTheSameTwiceAndStartingFromZeroGivesTheSame() {
        log.opened("C1", "A title");
        log.retracted(log.reported("C1", "RAPE", "O1", "At the station"));
        var index = MadeIndex.of(log);
        int once = documents(index);

        log.after(0).forEach(index.view::apply);
        index.view.commit(log.last(), MadeLog.at(log.last()));
        assertThat(documents(index)).isEqualTo(once);

        index.view.reset();
        assertThat(index.view.head().now()).isEqualTo(Head.At.START);
        assertThat(index.cases("title")).isEmpty();
        index.follow();
        assertThat(documents(index)).isEqualTo(once);
        assertThat(index.cases("title")).containsExactly("C1");
    }

    @Test
    void anEntryThatWasADeadLetterIsTakenInLate() {
        log.opened("C1", null);
        var late = log.reported("C1", "RAPE", "O1", "At the station");
        log.opened("C2", null);
        var index = MadeIndex.open(log, null);
        log.after(0).stream().filter(entry -> !entry.equals(late)).forEach(index.view::apply);
        index.view.commit(3, MadeLog.at(3));
        assertThat(index.cases("station")).isEmpty();

        index.view.apply(late);
        index.view.commit(3, MadeLog.at(3));
        assertThat(index.cases("station")).containsExactly("C1");
    }

    @Test
    void afterARestartItGoesOnFromWhereItWasKept() throws Exception {
        log.opened("C1", "A title");
        var index = MadeIndex.open(log, directory);
        index.follow();
        assertThat(index.view.keep().get()).isTrue();
        var wrong = log.reported("C1", "RAPE", "O1", "At the station");
        index.follow();
        index.view.close();

        var again = MadeIndex.open(log, directory);
        assertThat(again.view.head().now()).isEqualTo(new Head.At(1, MadeLog.at(1)));
        assertThat(again.cases("title")).containsExactly("C1");
        assertThat(again.cases("station")).isEmpty();
        again.follow();
        log.retracted(wrong);
        log.opened("C2", "Another title");
        again.follow();
        assertThat(again.cases("station")).isEmpty();
        assertThat(again.cases("title")).containsExactlyInAnyOrder("C1", "C2");
        again.view.close();
    }

    @Test
    void aDamagedIndexIsBuiltAnewWhereverTheDamageIs() throws Exception {
        log.opened("C1", "A title");
        for (int i = 0; i < 50; i++) {
            log.opened("D" + i, "Something else " + i);
        }
        var index = MadeIndex.open(log, directory);
        index.follow();
        assertThat(index.view.keep().get()).isTrue();
        index.view.close();
        try (var files = Files.list(directory.resolve("index-1"))) {
            for (var file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
                var whole = Files.readAllBytes(file);
                damage(file, whole.length / 2);
                var again = MadeIndex.open(log, directory);
                again.follow();
                assertThat(again.cases("title")).as("%s damaged", file).containsExactly("C1");
                assertThat(again.view.keep().get()).isTrue();
                again.view.close();
                Files.createDirectories(file.getParent());
            }
        }
    }

    private static void damage(Path file, long at) throws IOException {
        if (Files.exists(file)) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[] {0x55, (byte) 0xAA, 0x55}), at);
            }
        }
    }

    @Test
    void anotherIsBuiltBesideAndTakesItsPlaceAlsoAfterARestart() throws Exception {
        log.opened("C1", "A title");
        var index = MadeIndex.open(log, directory);
        index.follow();
        assertThat(index.view.keep().get()).isTrue();

        var built = (SearchView) index.view.another();
        index.with(built).follow();
        assertThat(built.keep().get()).isFalse();
        assertThat(index.view.differencesFrom(built)).isEmpty();
        index.view.become(built);
        assertThat(index.cases("title")).containsExactly("C1");
        assertThat(directory.resolve("index-1")).doesNotExist();
        log.opened("C2", "Another title");
        index.follow();
        assertThat(index.view.keep().get()).isTrue();
        index.view.close();

        var again = MadeIndex.open(log, directory);
        assertThat(again.view.head().now().position()).isEqualTo(2);
        assertThat(again.cases("title")).containsExactlyInAnyOrder("C1", "C2");
        again.view.close();
    }

    @Test
    void oneThatWasNotFinishedWhenTheProcessEndedIsForgotten() throws Exception {
        log.opened("C1", "A title");
        var index = MadeIndex.open(log, directory);
        index.follow();
        assertThat(index.view.keep().get()).isTrue();
        var built = (SearchView) index.view.another();
        built.close();
        index.view.close();

        var again = MadeIndex.open(log, directory);
        assertThat(again.view.head().now().position()).isEqualTo(1);
        assertThat(directory.resolve("index-2")).doesNotExist();
        again.view.close();
    }

    @Test
    void whereTheIndexCannotBeWrittenItIsOpenedAgainAndLacksNothing() throws Exception {
        log.opened("C1", "A title");
        var index = MadeIndex.open(log, directory);
        index.follow();
        assertThat(index.view.keep().get()).isTrue();
        log.opened("C2", "A title");
        index.follow();
        index.view.failWriting();
        log.opened("C3", "A title");

        assertThat(catchThrowable(index::follow)).isNotNull();
        assertThat(index.cases("title")).containsExactlyInAnyOrder("C1", "C2");
        index.follow();
        assertThat(index.cases("title")).containsExactlyInAnyOrder("C1", "C2", "C3");
        assertThat(index.view.keep().get()).isTrue();
        index.view.close();
    }

    private static int documents(MadeIndex index) {
        return index.view.documents();
    }
}
