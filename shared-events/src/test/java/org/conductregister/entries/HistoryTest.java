package org.conductregister.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.History.Logged;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final FreeText REASON = new FreeText("typing error");
    private static final LocalDate MONDAY = LocalDate.of(2022, 6, 6);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final LocalDate LONG_AFTER = MONDAY.plusYears(1);

    private final List<Logged> log = new ArrayList<>();

    @Test
    void countsEntriesInOrderOfTheDayNotOfTheRecording() {
        var friday = happened(FRIDAY);
        var monday = happened(MONDAY);

        assertThat(inEffect()).containsExactly(monday, friday);
    }

    @Test
    void countsEntriesOfOneDayInTheOrderRecorded() {
        var first = happened(MONDAY);
        var second = happened(MONDAY);
        var third = happened(MONDAY);

        assertThat(inEffect()).containsExactly(first, second, third);
    }

    @Test
    void aRetractedEntryCountsNoMoreAndStaysToBeSeen() {
        var wrong = happened(MONDAY);
        var right = happened(MONDAY);
        var retraction = retracted(wrong);

        assertThat(inEffect()).containsExactly(right);
        assertThat(history().struckBy(wrong)).isEqualTo(retraction);
        assertThat(history().struckBy(right)).isNull();
        assertThat(history().entries()).extracting(Logged::entryId).containsExactly(wrong, right, retraction);
    }

    @Test
    void aRedatedEntryCountsFromItsNewDayAndKeepsItsPlaceAmongThoseRecorded() {
        var first = happened(MONDAY);
        var second = happened(TUESDAY);
        redated(first, TUESDAY);

        assertThat(inEffect()).containsExactly(first, second);
        assertThat(history().inEffect()).extracting(InEffect::day).containsOnly(TUESDAY);
        assertThat(history().inEffect()).extracting(InEffect::index).containsExactly(0, 1);
        assertThat(history().dayOf(log.getFirst())).isEqualTo(TUESDAY);
    }

    @Test
    void ofSeveralRedatingsTheLatestHolds() {
        var entry = happened(MONDAY);
        redated(entry, FRIDAY);
        redated(entry, TUESDAY);

        assertThat(history().inEffect()).extracting(InEffect::day).containsExactly(TUESDAY);
    }

    @Test
    void aRetractedRedatingLeavesTheOneBefore() {
        var entry = happened(MONDAY);
        redated(entry, FRIDAY);
        retracted(redated(entry, TUESDAY));

        assertThat(history().inEffect()).extracting(InEffect::day).containsExactly(FRIDAY);
    }

    @Test
    void aRetractedRetractionLetsTheEntryCountAgain() {
        var entry = happened(MONDAY);
        var retraction = retracted(entry);
        retracted(retraction);

        assertThat(inEffect()).containsExactly(entry);
        assertThat(history().struckBy(entry)).isNull();
        assertThat(history().struckBy(retraction)).isNotNull();
    }

    @Test
    void anEntryRetractedAgainCountsNoMoreAgain() {
        var entry = happened(MONDAY);
        retracted(retracted(entry));
        var again = retracted(entry);

        assertThat(inEffect()).isEmpty();
        assertThat(history().struckBy(entry)).isEqualTo(again);
    }

    @Test
    void aCorrectionCountsFromItsRecordingWhateverItsOwnDay() {
        var entry = happened(MONDAY);
        log(new EntryRetracted(LONG_AFTER, entry, REASON, null));

        assertThat(history().inEffect(FRIDAY)).isEmpty();
    }

    @Test
    void whatWasKnownBeforeACorrectionStaysKnown() {
        var entry = happened(MONDAY);
        redated(entry, FRIDAY);
        retracted(entry);

        assertThat(history().first(0).inEffect()).isEmpty();
        assertThat(history().first(1).inEffect()).extracting(InEffect::day).containsExactly(MONDAY);
        assertThat(history().first(2).inEffect()).extracting(InEffect::day).containsExactly(FRIDAY);
        assertThat(history().first(3).inEffect()).isEmpty();
    }

    @Test
    void asAtADayMeansThatDayIncluded() {
        var monday = happened(MONDAY);
        var tuesday = happened(TUESDAY);

        assertThat(history().inEffect(MONDAY.minusDays(1))).isEmpty();
        assertThat(history().inEffect(MONDAY)).extracting(InEffect::entryId).containsExactly(monday);
        assertThat(history().inEffect(TUESDAY)).extracting(InEffect::entryId).containsExactly(monday, tuesday);
    }

    @Test
    void asAtADayGoesByTheDayAsRedated() {
        redated(happened(MONDAY), FRIDAY);

        assertThat(history().inEffect(TUESDAY)).isEmpty();
        assertThat(history().inEffect(FRIDAY)).hasSize(1);
    }

    @Test
    void ofCorrectionsAndRedatingsThatStandTheLastRecordedHolds() {
        var entry = happened(MONDAY);
        var corrected = corrected(entry, TUESDAY);

        assertThat(history().correctedBy(entry)).isEqualTo(corrected);
        assertThat(history().dayStatedBy(entry)).isEqualTo(corrected);

        var redated = redated(entry, FRIDAY);
        assertThat(history().correctedBy(entry)).isEqualTo(corrected);
        assertThat(history().dayStatedBy(entry)).isEqualTo(redated);
        assertThat(history().dayOf(log.getFirst())).isEqualTo(FRIDAY);

        var last = corrected(entry, TUESDAY);
        assertThat(history().dayStatedBy(entry)).isEqualTo(last);
        retracted(last);
        retracted(redated);
        retracted(corrected);
        assertThat(history().correctedBy(entry)).isNull();
        assertThat(history().dayStatedBy(entry)).isNull();
    }

    @Test
    void theLastMarkingThatStandsMakesADuplicate() {
        assertThat(history().markedDuplicate()).isNull();
        assertThat(history().markedDuplicateBy()).isNull();

        var first = duplicateOf("C1");
        var second = duplicateOf("C2");
        assertThat(history().markedDuplicate()).isEqualTo(marking("C2"));
        assertThat(history().markedDuplicateBy()).isEqualTo(second);

        retracted(second);
        assertThat(history().markedDuplicate()).isEqualTo(marking("C1"));
        assertThat(history().markedDuplicateBy()).isEqualTo(first);
    }

    private EntryId corrected(EntryId wrong, LocalDate day) {
        return log(new EntryCorrected(
                LONG_AFTER, wrong, new NoteAdded(day, new FreeText("something else"), null), REASON, null));
    }

    private EntryId duplicateOf(String other) {
        return log(marking(other));
    }

    private static CaseMarkedDuplicate marking(String other) {
        return new CaseMarkedDuplicate(LONG_AFTER, new CaseId(other), REASON, null);
    }

    private EntryId happened(LocalDate day) {
        return log(new NoteAdded(day, new FreeText("something"), null));
    }

    private EntryId retracted(EntryId wrong) {
        return log(new EntryRetracted(LONG_AFTER, wrong, REASON, null));
    }

    private EntryId redated(EntryId wrong, LocalDate day) {
        return log(new EntryRedated(LONG_AFTER, wrong, day, REASON, null));
    }

    private EntryId log(Fact fact) {
        var id = new EntryId(new UUID(0, log.size()));
        log.add(new Logged(id, fact));
        return id;
    }

    private History history() {
        return new History(log);
    }

    private List<EntryId> inEffect() {
        return history().inEffect().stream().map(InEffect::entryId).toList();
    }
}
