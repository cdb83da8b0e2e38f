package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.conductregister.claims.RecordClaims;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests the rules that hold between records: references within a force, and duplicates that are of no duplicate. */
@RegisterTest
class RecordsApartTest {

    private final Caller handler;
    private final RecordClaims claims;
    private final String own = UUID.randomUUID().toString().substring(0, 8);

    RecordsApartTest(@Autowired EventLog log, @LocalServerPort int port, @Autowired RecordClaims claims) {
        this.handler = new Caller(port, log).as("handler");
        this.claims = claims;
    }

    @Test
    void aReferenceIsUniqueWithinItsForce() {
        open("A", "KENT", "CO 1/" + own).is(201);

        var refused = open("B", "KENT", "co  1/" + own);

        refused.isProblem(409, "REFERENCE_TAKEN", " REFERENCE_TAKEN");
        assertThat(refused.json().get("detail").stringValue()).contains("case " + id("A"));
        open("B", "ESSEX", "CO 1/" + own).is(201);
        assertThat(claims.holderOf(new ForceCode("KENT"), new Reference("CO 1/" + own)))
                .contains(new CaseId(id("A")));
    }

    @Test
    void theSameOpeningSentAgainIsNoClash() {
        var entry = "{\"entryId\": \"%s\", %s"
                .formatted(UUID.randomUUID(), opened("KENT", "R" + own).substring(1));

        handler.log(id("A"), entry).is(201);
        handler.log(id("A"), entry).is(201);
    }

    @Test
    void aReferenceIsFreeOnceItsOpeningIsRetractedOrCorrected() {
        var first = entryId(open("A", "KENT", "R" + own).is(201));
        handler.log(id("A"), corrected(first, opened("KENT", "S" + own))).is(201);
        open("B", "KENT", "R" + own).is(201);
        open("C", "KENT", "S" + own).isProblem(409, "REFERENCE_TAKEN", " REFERENCE_TAKEN");
        handler.log(id("A"), retracted(first)).is(201);
        open("C", "KENT", "S" + own).is(201);
    }

    @Test
    void aCorrectionToATakenReferenceIsRefused() {
        open("A", "KENT", "R" + own).is(201);
        var other = entryId(open("B", "KENT", "S" + own).is(201));

        handler.refused()
                .log(id("B"), corrected(other, opened("KENT", "R" + own)))
                .isProblem(409, "REFERENCE_TAKEN", " REFERENCE_TAKEN");
    }

    @Test
    void aDuplicateIsOfACaseThatIsNone() {
        open("A", "KENT", "R" + own).is(201);
        open("B", "KENT", "S" + own).is(201);
        open("C", "KENT", "T" + own).is(201);
        var marking = entryId(mark("B", "A").is(201));

        mark("C", "B").isProblem(409, "DUPLICATE_OF_DUPLICATE", " DUPLICATE_OF_DUPLICATE");
        mark("A", "C").isProblem(409, "HAS_DUPLICATES", " HAS_DUPLICATES");
        mark("C", "NONE").isProblem(409, "DUPLICATE_OF_UNKNOWN", " DUPLICATE_OF_UNKNOWN");
        handler.log(id("B"), retracted(marking)).is(201);
        mark("A", "C").is(201);
    }

    @Test
    void takingBackThatADuplicateIsNoneIsCheckedLikeAMarking() {
        open("A", "KENT", "R" + own).is(201);
        open("B", "KENT", "S" + own).is(201);
        var undone =
                entryId(handler.log(id("B"), retracted(entryId(mark("B", "A").is(201))))
                        .is(201));
        mark("A", "B").is(201);

        handler.refused()
                .log(id("B"), retracted(undone))
                .isProblem(409, "DUPLICATE_OF_DUPLICATE", " DUPLICATE_OF_DUPLICATE");
    }

    @Test
    void aDuplicateGivesItsReferenceBack() {
        open("A", "KENT", null).is(201);
        open("B", "KENT", "R" + own).is(201);
        mark("B", "A").is(201);

        open("C", "KENT", "R" + own).is(201);
    }

    @Test
    void numbersOfOneOfficerAreMarkedAlike() {
        var marked = handler.post("/api/v1/officers/%s/entries".formatted(id("O1")), marking(id("O2"), "Officer"));
        marked.is(201);

        handler.refused()
                .post("/api/v1/officers/%s/entries".formatted(id("O3")), marking(id("O1"), "Officer"))
                .isProblem(409, "DUPLICATE_OF_DUPLICATE", " DUPLICATE_OF_DUPLICATE");
        handler.refused()
                .post("/api/v1/officers/%s/entries".formatted(id("O2")), marking(id("O3"), "Officer"))
                .isProblem(409, "HAS_DUPLICATES", " HAS_DUPLICATES");
    }

    @Test
    void aRegistrationAfterADismissalIsRecordedWithAWarning() {
        var path = "/api/v1/officers/%s/entries".formatted(id("O9"));
        var registered =
                "{\"type\": \"OfficerRegistered\", \"occurredOn\": \"%s\", \"force\": \"KENT\", \"workforce\": \"POLICE_OFFICER\"}";
        var first = handler.post(path, registered.formatted("2015-01-05")).is(201);
        assertThat(first.json().get(0).has("warnings")).isFalse();
        handler.post(path, "{\"type\": \"OfficerDismissed\", \"occurredOn\": \"2019-03-04\"}")
                .is(201);

        var again = handler.post(path, registered.formatted("2020-01-05")).is(201);

        assertThat(again.json().at("/0/warnings/0/code").stringValue()).isEqualTo("REGISTERED_AFTER_DISMISSAL");
        assertThat(again.json().at("/0/warnings/0/detail").stringValue()).contains("dismissed on 4 March 2019");
    }

    private Answer open(String name, String force, String reference) {
        return handler.log(id(name), opened(force, reference));
    }

    private Answer mark(String name, String original) {
        return handler.log(id(name), marking(id(original), "Case"));
    }

    private String id(String name) {
        return "APART-" + own + "-" + name;
    }

    private static String marking(String original, String kind) {
        return "{\"type\": \"%sMarkedDuplicate\", \"duplicateOf\": \"%s\", \"reason\": \"sent twice\"}"
                .formatted(kind, original);
    }

    private static String opened(String force, String reference) {
        var stated = reference == null ? "" : ", \"reference\": \"%s\"".formatted(reference);
        return ("{\"type\": \"CaseOpened\", \"occurredOn\": \"2020-01-06\", \"force\": \"%s\", \"kind\": \"COMPLAINT\","
                        + " \"source\": \"PUBLIC\"%s}")
                .formatted(force, stated);
    }

    private static String corrected(String entry, String fact) {
        return "{\"type\": \"EntryCorrected\", \"corrects\": \"%s\", \"reason\": \"typed wrongly\", \"fact\": %s}"
                .formatted(entry, fact);
    }

    private static String retracted(String entry) {
        return "{\"type\": \"EntryRetracted\", \"retracts\": \"%s\", \"reason\": \"in error\"}".formatted(entry);
    }

    private static String entryId(Answer answer) {
        return answer.json().get(0).get("entryId").stringValue();
    }
}
