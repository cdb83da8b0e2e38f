package org.conductregister.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.Entry;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.NoFurtherActionTaken;
import org.conductregister.facts.CaseFact.SentencePassed;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Fact;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.standalone.sample.script.Forces;
import org.conductregister.terms.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleRegisterTest {

    private static final List<Entry> ENTRIES = SampleRegister.entries();
    private static final ReferenceCount COUNT = new ReferenceCount(ENTRIES);

    static List<PublishedFigure> figures() {
        return PublishedFigure.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void comesOutAsPublished(PublishedFigure figure) {
        var groups = COUNT.answer(figure.question());

        assertThat(total(groups)).isEqualTo(figure.total());
        figure.parts().forEach(part -> assertThat(groups).containsEntry(part.values(), part.count()));
    }

    @Test
    void whatWasPublishedOfLancashireHoldsToThisDay() {
        var published = figures().getFirst();
        var today = published.question().replace("asAt=2021-12-31", "asAt=2025-12-31");

        assertThat(COUNT.answer(today)).isEqualTo(COUNT.answer(published.question()));
    }

    @Test
    void theSameNumbersLookedDifferentBefore() {
        var before = figures().getFirst().question().replace("asAt=2021-12-31", "asAt=2018-12-31");

        assertThat(total(COUNT.answer(before))).isLessThan(74);
        assertThat(COUNT.answer(before).get(Map.of("result", "PENDING"))).isGreaterThan(2);
    }

    @Test
    void oneAnswerToTheCallForPastCasesWasLateUntilItWasPutRight() {
        var question = "unit=responses&groupBy=response&recommendationId=IPCC-2017-PAST-CASES&asAt=2017-12-31";
        var beforeCorrections = ENTRIES.stream()
                .filter(entry -> !(entry.fact() instanceof Correction))
                .toList();

        assertThat(new ReferenceCount(beforeCorrections).answer(question))
                .isEqualTo(Map.of(Map.of("response", "IN_TIME"), 42L, Map.of("response", "LATE"), 1L));
    }

    @Test
    void someOfThoseComplainedOfAreAmongThoseInConductCases() {
        var question = "unit=officers&tag=VAWG&reportedFrom=2021-10-01&reportedTo=2022-03-31&asAt=2022-12-31";

        assertThat(total(COUNT.answer(question))).isEqualTo(672 + 867 - VawgComplaints.OF_CONDUCT_TOO);
    }

    @Test
    void theSuspendedSentenceWasForTheImagesAndTheAssaultCameToNothing() {
        var sentence = only(ENTRIES.stream().filter(SampleRegisterTest::isSuspendedSentence));
        var ofThatCase = ENTRIES.stream().filter(entry -> entry.record().equals(sentence.record()));

        assertThat(((SentencePassed) sentence.fact()).allegationId().value()).isEqualTo("A2");
        assertThat(ofThatCase.map(Entry::fact).filter(NoFurtherActionTaken.class::isInstance))
                .extracting(fact -> ((NoFurtherActionTaken) fact).allegationId().value())
                .containsExactly("A1");
    }

    @Test
    void hasAbout2300CasesOverAllTheForces() {
        var opened = ENTRIES.stream()
                .map(Entry::fact)
                .filter(CaseOpened.class::isInstance)
                .toList();

        assertThat(opened).as("one of them twice").hasSize(2263);
        assertThat(opened.stream().map(fact -> ((CaseOpened) fact).force()).distinct())
                .containsExactlyInAnyOrderElementsOf(Forces.codes().forces());
        assertThat(Forces.ALL).hasSize(43);
    }

    @Test
    void showsEveryKindOfFactButThoseThatCasesTellOtherwiseAndThoseOfPersonalData() {
        var shown =
                ENTRIES.stream().map(entry -> FactType.of(entry.fact()).name()).collect(Collectors.toSet());

        assertThat(FactType.all())
                .extracting(FactType::name)
                .filteredOn(name -> !shown.contains(name))
                .containsExactly("OfficerDismissed", "LegalHoldPlaced", "LegalHoldReleased", "PersonalDataErased");
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(SampleRegister.entries()).isEqualTo(ENTRIES);
        assertThat(ENTRIES.getLast().entryId()).isEqualTo(SampleRegister.LAST);
    }

    /** So what is published comes of the plans, and not of luck. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void comesOutAsPublishedWhateverTheSeed(long seed) {
        var count = new ReferenceCount(SampleRegister.entries(seed));

        assertThat(figures()).allSatisfy(figure -> {
            var groups = count.answer(figure.question());
            assertThat(total(groups)).isEqualTo(figure.total());
            figure.parts().forEach(part -> assertThat(groups).containsEntry(part.values(), part.count()));
        });
    }

    @Test
    void noTwoEntriesHaveOneIdentity() {
        assertThat(ENTRIES.stream().map(Entry::entryId)).doesNotHaveDuplicates();
    }

    @Test
    void nothingInItIsStillToCome() {
        assertThat(ENTRIES).extracting(entry -> entry.fact().occurredOn()).allMatch(day -> day.getYear() < 2026);
    }

    @Test
    void staffWorkOnWorkingDays() {
        var atWeekends = ENTRIES.stream()
                .filter(entry -> isWeekend(entry.fact().occurredOn()))
                .count();

        assertThat(atWeekends).isPositive().isLessThan(ENTRIES.size() / 50);
    }

    @Test
    void canBeSentAsItIsToARegisterThatKnowsItsFirstCodes() {
        var codes = codes();
        var reader = new EntryReader((list, code) -> codes.get(list).contains(code));
        var today = LocalDate.of(2025, 12, 31);

        assertThat(ENTRIES)
                .allSatisfy(entry ->
                        assertThat(reader.read(FactJson.of(entry), null, today)).isEqualTo(entry));
    }

    private static long total(Map<Map<String, String>, Long> groups) {
        return groups.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Entry only(Stream<Entry> entries) {
        var all = entries.toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static boolean isSuspendedSentence(Entry entry) {
        Fact fact = entry.fact();
        return fact instanceof SentencePassed passed && passed.sentence() == Sentence.SUSPENDED_SENTENCE;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Map<CodeList, Set<String>> codes() {
        var codes = new EnumMap<CodeList, Set<String>>(CodeList.class);
        for (var list : CodeList.values()) {
            codes.put(list, codes(list));
        }
        return codes;
    }

    private static Set<String> codes(CodeList list) {
        var file = ListedCodes.class.getResourceAsStream(list.path() + ".csv");
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",")[0]).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
