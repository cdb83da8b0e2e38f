package org.conductregister.command.cases;

import static org.conductregister.command.cases.CaseFacts.*;
import static org.conductregister.command.decisions.Rule.*;
import static org.conductregister.command.entries.RecordFixture.entry;
import static org.conductregister.command.entries.RecordFixture.retracted;

import org.conductregister.command.decisions.Refusal.EntryIdTaken;
import org.conductregister.command.decisions.Refusal.VersionStale;
import org.junit.jupiter.api.Test;

/** Tests that an entry sent again is recorded once, and that a decision on an old view of the record is refused. */
class RepetitionTest {

    @Test
    void theSameEntrySentAgainIsRecordedOnce() {
        CASE.given(opened(1), reported(1, A)).whenUnderIdOf(2, reported(1, A)).recordedOnlyOnce();
    }

    @Test
    void itIsAnsweredSoWhateverHasHappenedSince() {
        CASE.given(opened(1), reported(1, A), closed(4))
                .whenUnderIdOf(2, reported(1, A))
                .recordedOnlyOnce();
        CASE.given(opened(1), note(2, "rang back"), retracted(2))
                .whenUnderIdOf(2, note(2, "rang back"))
                .recordedOnlyOnce();
    }

    @Test
    void otherContentUnderTheSameIdIsRefused() {
        CASE.given(opened(1), reported(1, A)).whenUnderIdOf(2, reported(2, A)).refused(new EntryIdTaken(entry(2)));
        CASE.given(opened(1), reported(1, A)).whenUnderIdOf(2, closed(1)).refused(new EntryIdTaken(entry(2)));
    }

    @Test
    void anEntryWithoutADaySentAgainOnAnotherDayIsTheSame() {
        CASE.given(opened(1), note(20, "rang back"))
                .whenWithoutDayUnderIdOf(2, note(31, "rang back"))
                .recordedOnlyOnce();
        CASE.given(opened(1), note(20, "rang back"))
                .whenWithoutDayUnderIdOf(2, note(31, "rang again"))
                .refused(new EntryIdTaken(entry(2)));
    }

    @Test
    void whoHasSeenTheLatestVersionIsNotHeldUp() {
        CASE.given(opened(1), reported(1, A)).butSeenAt(2).when(ended(4, A)).recorded();
        CASE.givenNothing().butSeenAt(0).when(opened(1)).recorded();
    }

    @Test
    void whoDecidedOnAnOlderVersionIsRefused() {
        CASE.given(opened(1), reported(1, A)).butSeenAt(1).when(ended(4, A)).refused(new VersionStale(2));
        CASE.given(opened(1)).butSeenAt(0).when(opened(1)).refused(new VersionStale(1));
    }

    @Test
    void aVersionThatIsYetToComeIsRefused() {
        CASE.given(opened(1)).butSeenAt(2).when(reported(1, A)).refused(new VersionStale(1));
    }

    @Test
    void whoSendsAgainWhatWasRecordedIsAnsweredWhateverVersionTheyHadSeen() {
        CASE.given(opened(1), reported(1, A))
                .butSeenAt(1)
                .whenUnderIdOf(2, reported(1, A))
                .recordedOnlyOnce();
    }
}
