package org.conductregister.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.MisconductOutcomeImposed;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.OfficerFact.OfficerResigned;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.query.audit.CountChanges.Differing;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which units count otherwise at a later instant, and by which entries. Each test marks its cases with a tag of its own. */
@QueryServiceTest
class CountChangesTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final AllegationId A1 = new AllegationId("A1");

    @Autowired
    TestLog log;

    @Autowired
    CountChanges why;

    @Autowired
    StatisticsEngine engine;

    @Test
    void aNoteChangesNothingAndAClosingTheStatus() {
        var noted = reported("WHY-1", "WHY_CLOSED", null);
        var closed = reported("WHY-2", "WHY_CLOSED", null);
        var before = last(log.add(noted, new NoteAdded(DAY, new FreeText("before"), null)));
        log.add(noted, new NoteAdded(DAY, new FreeText("after"), null));
        var after = last(log.add(closed, new CaseClosed(DAY, null)));

        assertThat(differing(Unit.CASES, "WHY_CLOSED", "status", before, after)).satisfiesExactly(each -> {
            assertThat(each.member().record()).isEqualTo("WHY-2");
            assertThat(each.before()).isEqualTo(List.of("PENDING"));
            assertThat(each.after()).isEqualTo(List.of("CLOSED"));
            assertThat(each.entries()).extracting(Brief::type).containsExactly("CaseClosed");
        });
    }

    @Test
    void whatIsRetractedIsNotCountedAnyMore() {
        var theCase = reported("WHY-3", "WHY_RETRACTED", null);
        var closing = log.add(theCase, new CaseClosed(DAY, null));
        var before = last(closing);
        var after = last(log.add(
                theCase,
                new EntryRetracted(
                        DAY, EntryId.of(closing.getFirst().entryId()), new FreeText("of another case"), null)));

        assertThat(differing(Unit.ALLEGATIONS, "WHY_RETRACTED", "status", before, after))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.after()).isEqualTo(List.of("PENDING"));
                    assertThat(each.entries()).extracting(Brief::type).containsExactly("EntryRetracted");
                });
    }

    @Test
    void anOfficerWhoResignsChangesTheirCases() {
        var officer = new OfficerId("WHY-O-1");
        log.add(
                RecordId.of(officer),
                new OfficerRegistered(DAY, new ForceCode("KENT"), Workforce.POLICE_OFFICER, null, null, null));
        reported("WHY-4", "WHY_RESIGNED", officer);
        var before = last(log.add(RecordId.of(new CaseId("WHY-5")), opened("WHY_RESIGNED"), allegation(null)));
        var after = last(log.add(RecordId.of(officer), new OfficerResigned(DAY.plusDays(1), null)));

        for (var unit : List.of(Unit.ALLEGATIONS, Unit.OFFICERS)) {
            assertThat(differing(unit, "WHY_RESIGNED", "result", before, after))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.after()).isEqualTo(List.of("LEFT"));
                        assertThat(each.entries()).extracting(Brief::type).containsExactly("OfficerResigned");
                    });
        }
    }

    @Test
    void aDismissalInOneCaseChangesTheOthersOfTheSamePerson() {
        var officer = new OfficerId("WHY-O-2");
        reported("WHY-6", "WHY_DISMISSED", officer);
        var other = reported("WHY-7", "WHY_ELSEWHERE", officer);
        var before = last(log.add(other, new NoteAdded(DAY, new FreeText("before"), null)));
        var after = last(log.add(
                other,
                new MisconductOutcomeImposed(DAY.plusDays(1), A1, MisconductOutcome.DISMISSAL_WITHOUT_NOTICE, null)));

        assertThat(differing(Unit.ALLEGATIONS, "WHY_DISMISSED", "result", before, after))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.member().record()).isEqualTo("WHY-6");
                    assertThat(each.entries()).extracting(Brief::record).containsExactly(other);
                });
    }

    @Test
    void aCaseThatIsNewWasNotCountedBefore() {
        var before = last(log.add(reported("WHY-8", "WHY_OTHER", null), new CaseClosed(DAY, null)));
        reported("WHY-9", "WHY_NEW", null);
        var after = last(log.add(RecordId.of(new CaseId("WHY-9")), new CaseClosed(DAY, null)));

        assertThat(differing(Unit.CASES, "WHY_NEW", null, before, after))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.before()).isNull();
                    assertThat(each.after()).isEmpty();
                    assertThat(each.entries()).hasSize(3);
                });
    }

    @Test
    void howeverManyThereAreNoneIsLeftOut() {
        for (int i = 0; i < 7; i++) {
            reported("WHY-MANY-" + i, "WHY_MANY", new OfficerId("WHY-MANY-O-" + i));
        }
        var before = last(log.add(RecordId.of(new CaseId("WHY-MANY-0")), new NoteAdded(DAY, new FreeText("x"), null)));
        var after = before;
        for (int i = 0; i < 7; i++) {
            after = last(log.add(RecordId.of(new CaseId("WHY-MANY-" + i)), new CaseClosed(DAY, null)));
        }

        assertThat(differing(Unit.OFFICERS, "WHY_MANY", "status", before, after))
                .extracting(each -> each.member().officerId())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 7).mapToObj(i -> "WHY-MANY-O-" + i).toList());
        assertThat(differing(Unit.CASES, "WHY_MANY", "status", before, after)).hasSize(7);
    }

    @Test
    void theEntryIsNamedHoweverManyOthersWereRecordedBefore() {
        var closed = reported("WHY-LATE", "WHY_LATE", null);
        var noted = reported("WHY-NOTED", "WHY_NOTED", null);
        var before = last(log.add(noted, new NoteAdded(DAY, new FreeText("the first of many"), null)));
        for (int i = 0; i < 21; i++) {
            log.add(IntStream.range(0, 10)
                    .mapToObj(n -> log.event(noted, new NoteAdded(DAY, new FreeText("another"), null)))
                    .toList());
        }
        var after = last(log.add(closed, new CaseClosed(DAY, null)));

        assertThat(differing(Unit.CASES, "WHY_LATE", "status", before, after))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.entries()).extracting(Brief::type).containsExactly("CaseClosed"));
        var answer = why.explain(
                question(Unit.CASES, "WHY_LATE", "status", before.recordedAt()),
                question(Unit.CASES, "WHY_LATE", "status", after.recordedAt()),
                0,
                0);
        assertThat(answer.entries()).isEqualTo(211);
        assertThat(answer.total()).isEqualTo(1);
    }

    private RecordId reported(String caseId, String tag, OfficerId officer) {
        var record = RecordId.of(new CaseId(caseId));
        log.add(record, opened(tag), allegation(officer));
        return record;
    }

    private static CaseOpened opened(String tag) {
        return new CaseOpened(
                DAY, new ForceCode("KENT"), CaseKind.CONDUCT, CaseSource.POLICE, null, null, Tags.of(tag), null);
    }

    private static AllegationReported allegation(OfficerId officer) {
        return new AllegationReported(DAY, A1, new CategoryCode("OTHER"), officer, null, null, null, null);
    }

    private static Recorded last(List<Recorded> recorded) {
        return recorded.getLast();
    }

    private List<Differing> differing(Unit unit, String tag, String groupBy, Recorded before, Recorded after) {
        await().atMost(Duration.ofMinutes(1)).until(() -> engine.head().now().position() >= after.position());
        return why.explain(
                        question(unit, tag, groupBy, before.recordedAt()),
                        question(unit, tag, groupBy, after.recordedAt()),
                        0,
                        100)
                .differing();
    }

    private static Question question(Unit unit, String tag, String groupBy, Instant knownAt) {
        return new Question(
                unit,
                Population.EVERYTHING.with(Filter.TAG, tag),
                groupBy == null ? List.of() : List.of(groupBy),
                new PointInTime(DAY.plusDays(30), knownAt));
    }
}
