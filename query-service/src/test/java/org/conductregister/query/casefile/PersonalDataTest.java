package org.conductregister.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.CautionGiven;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.CaseFact.OfficerIdentified;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.PersonalDataFact.LegalHoldPlaced;
import org.conductregister.facts.PersonalDataFact.LegalHoldReleased;
import org.conductregister.facts.PersonalDataFact.PersonalDataErased;
import org.conductregister.keys.DataKeys;
import org.conductregister.query.Pages;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Grounds;
import org.conductregister.terms.text.PersonName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Holds and erasures show on the records that they are of, and one person's file says all that there is of them. */
@QueryServiceTest
class PersonalDataTest {

    private static final LocalDate DAY = LocalDate.of(2019, 2, 1);
    private static final ForceCode KENT = new ForceCode("KENT");
    private static final FreeText WHY = new FreeText("somebody else");

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @Autowired
    DataKeys keys;

    private Recorded add(RecordId record, Fact... facts) {
        return log.add(record, facts).getLast();
    }

    private MvcTestResult get(String path, long atLeast) {
        return http.get()
                .uri("/api/v1" + path + (path.contains("?") ? "&" : "?") + "atLeast=" + atLeast)
                .with(httpBasic("auditor", "open sesame"))
                .exchange();
    }

    private static CaseOpened opened() {
        return new CaseOpened(
                DAY, KENT, CaseKind.COMPLAINT, CaseSource.PUBLIC, null, new FreeText("The yard"), null, null);
    }

    private static AllegationReported reported(String allegation, String officer) {
        return new AllegationReported(
                DAY,
                new AllegationId(allegation),
                new CategoryCode("OTHER"),
                new OfficerId(officer),
                null,
                null,
                null,
                null);
    }

    @Test
    void aHoldAndAnErasureShowOnTheRecord() {
        var held = RecordId.of(new CaseId("PD-HELD"));
        var on = add(held, opened(), new LegalHoldPlaced(DAY.plusDays(1), new Grounds("a claim is pending")));
        var off = add(held, new LegalHoldReleased(DAY.plusDays(2), new Grounds("it is settled")));

        assertThat(get("/cases/PD-HELD", off.position()))
                .bodyJson()
                .hasPath("$.caseId")
                .doesNotHavePath("$.held")
                .doesNotHavePath("$.erased");
        assertThat(get("/cases/PD-HELD?knownAt=" + on.recordedAt(), 0))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"held": {"on": "2019-02-02", "reason": "a claim is pending"}}""");

        var officer = RecordId.of(new OfficerId("PD-O"));
        var name = new PersonName("Ada Quillfeather");
        add(officer, new OfficerRegistered(DAY, KENT, Workforce.POLICE_OFFICER, null, name, null));
        keys.erase(
                DataKeys.subjectsOf(officer.toString()),
                () -> add(officer, new PersonalDataErased(DAY.plusDays(3), new Grounds("the period has ended"))));
        var erased = add(officer, new LegalHoldPlaced(DAY.plusDays(4), new Grounds("what is left is kept")));

        assertThat(get("/officers/PD-O", erased.position())).bodyJson().isLenientlyEqualTo("""
                {"name": "[erased]", "held": {"on": "2019-02-05", "reason": "what is left is kept"},
                 "erased": {"on": "2019-02-04", "reason": "the period has ended"}}""");
        var page = new Pages(http, "handler").open("/officers/PD-O");
        assertThat(page.text())
                .contains("Names and texts were erased on 4 February 2019, because: the period has ended")
                .contains("Under a legal hold since 5 February 2019, because: what is left is kept")
                .doesNotContain("Quillfeather");
        assertThat(page.links()).filteredOn(link -> link.contains("/retract")).hasSize(1);
    }

    @Test
    void aPersonsFileSaysAllThereIsOfThemAndNothingOfOthers() {
        var theCase = RecordId.of(new CaseId("PD-BOTH"));
        var subject = new OfficerId("PD-SUBJECT");
        add(theCase, opened(), reported("A1", "PD-SUBJECT"), reported("A2", "PD-OTHER"));
        var theirs = add(theCase, new CautionGiven(DAY.plusDays(1), new AllegationId("A1"), new FreeText("by post")));
        var others = add(theCase, new CautionGiven(DAY.plusDays(1), new AllegationId("A2"), new FreeText("in person")));
        add(theCase, new EntryRetracted(DAY, EntryId.of(theirs.entryId()), WHY, null));
        add(theCase, new EntryRetracted(DAY, EntryId.of(others.entryId()), WHY, null));
        add(theCase, new NoteAdded(DAY, new FreeText("It rained"), null), new CaseClosed(DAY.plusDays(9), null));
        var mistaken = RecordId.of(new CaseId("PD-MISTAKEN"));
        add(mistaken, opened(), reported("B1", "PD-NOBODY"));
        var wrong = add(mistaken, new OfficerIdentified(DAY, new AllegationId("B1"), subject, null));
        add(
                mistaken,
                new EntryCorrected(
                        DAY,
                        EntryId.of(wrong.entryId()),
                        new OfficerIdentified(DAY, new AllegationId("B1"), new OfficerId("PD-OTHER"), null),
                        WHY,
                        null));
        add(RecordId.of(new CaseId("PD-ELSEWHERE")), opened(), reported("C1", "PD-OTHER"));
        var last = add(
                RecordId.of(subject),
                new OfficerRegistered(DAY, KENT, Workforce.POLICE_OFFICER, null, new PersonName("Ada Byron"), null));

        var answer = get("/officers/PD-SUBJECT/subject-access", last.position());

        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                {"officerId": "PD-SUBJECT", "numbers": ["PD-SUBJECT"], "officer": {"name": "Ada Byron"},
                 "entries": [{"type": "OfficerRegistered"}]}""");
        assertThat(answer).bodyJson().extractingPath("$.cases[*].caseId").isEqualTo(List.of("PD-BOTH", "PD-MISTAKEN"));
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.cases[0].entries[*].type")
                .asArray()
                .containsExactlyInAnyOrder(
                        "CaseOpened",
                        "AllegationReported",
                        "CautionGiven",
                        "EntryRetracted",
                        "NoteAdded",
                        "CaseClosed");
        assertThat(answer).bodyText().contains("by post", "It rained").doesNotContain("in person", "PD-ELSEWHERE");
        var page = new Pages(http, "auditor").open("/officers/PD-SUBJECT/subject-access");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "All that the register says of officer PD-SUBJECT", "Ada Byron", "Case PD-MISTAKEN", "by post")
                .contains("Retracted on")
                .doesNotContain("in person", "PD-ELSEWHERE");
        assertThat(get("/officers/PD-NEVER/subject-access", 0)).hasStatus(404);
    }
}
