package org.conductregister.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.platform.people.Role;
import org.conductregister.standalone.access.EveryRead.Told;
import org.conductregister.standalone.access.StartedRegister.Member;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every read that there is, by those who are named as an officer in a case, whatever their role, and by an administrator: no number, no
 * reference and no text of the case is in any answer.
 */
@ExtendWith(SharedRegister.class)
class HiddenCaseEverywhereTest {

    /** Within the number, the reference and each text of the case. */
    private static final String MARK = "larkspur";

    private static final String CASE = "HE-Larkspur-C1";
    private static final String OFFICER = "HE-O1";
    private static final EveryRead READS = new EveryRead(CASE, OFFICER, "HE-R1", "Larkspur");

    private static StartedRegister register;

    @BeforeAll
    static void record(StartedRegister shared) throws Exception {
        register = shared;
        register.addUser("he-handler", new Member(Set.of(Role.HANDLER), null, OFFICER));
        register.addUser("he-auditor", new Member(Set.of(Role.AUDITOR), null, OFFICER));
        register.addUser("he-admin", new Member(Set.of(Role.ADMIN), null, OFFICER));
        register.addUser("he-all", new Member(Set.of(Role.values()), null, OFFICER));
        register.log("/api/v1/officers/" + OFFICER + "/entries", """
                [{'type': 'OfficerRegistered', 'occurredOn': '2020-01-06', 'force': 'KENT', 'workforce': 'POLICE_OFFICER'}]""");
        register.log("/api/v1/officers/HE-O2/entries", """
                [{'type': 'OfficerRegistered', 'occurredOn': '2020-01-06', 'force': 'KENT', 'workforce': 'POLICE_OFFICER'}]""");
        register.log("/api/v1/cases/" + CASE + "/entries", """
                [{'type': 'CaseOpened', 'occurredOn': '2024-01-08', 'force': 'KENT', 'kind': 'CONDUCT', 'source': 'POLICE',
                  'reference': 'KEN/LARKSPUR/1', 'title': 'Larkspur and the motor pool', 'note': 'seen by Larkspur'},
                 {'type': 'AllegationReported', 'occurredOn': '2024-01-08', 'allegationId': 'Larkspur-A1', 'officerId': 'HE-O1',
                  'category': 'ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE', 'summary': 'Larkspur lent a car'},
                 {'type': 'AllegationReported', 'occurredOn': '2024-01-08', 'allegationId': 'Larkspur-A2', 'officerId': 'HE-O2',
                  'category': 'OTHER', 'summary': 'Larkspur again'},
                 {'type': 'NoteAdded', 'text': 'Larkspur denies it'}]""");
        long last = register.log("/api/v1/cases/HE-C2/entries", """
                [{'type': 'CaseOpened', 'occurredOn': '2024-01-08', 'force': 'KENT', 'kind': 'CONDUCT', 'source': 'POLICE'},
                 {'type': 'CaseMarkedDuplicate', 'duplicateOf': '%s', 'reason': 'Larkspur once more'}]""".formatted(CASE));
        assertThat(register.get("auditor", "/api/v1/cases/%s?atLeast=%d".formatted(CASE, last))
                        .statusCode())
                .isEqualTo(200);
        for (var path : List.of("/api/v1/search?q=Larkspur", "/api/v1/cases?q=Larkspur&atLeast=" + last)) {
            assertThat(register.get("handler", path).body()).contains(CASE);
        }
    }

    @Test
    void othersSeeIt() throws Exception {
        for (var path : List.of(
                "/api/v1/cases/" + CASE,
                "/cases/HE-C2",
                "/api/v1/officers/HE-O2",
                "/worklist",
                "/api/v1/statistics/members?unit=cases&force=KENT",
                "/api/v1/access-log?user=handler",
                "/audit/access?user=handler")) {
            assertThat(register.get("auditor", path).body().toLowerCase(Locale.ROOT))
                    .as(path)
                    .contains(MARK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"he-handler", "he-auditor", "he-admin", "he-all", "admin"})
    void noAnswerHasAnythingOfIt(String user) throws Exception {
        var shown = new TreeSet<String>();
        int answered = 0;
        for (var read : register.calls().stream().filter(Call::isRead).toList()) {
            for (var path : READS.addresses(read)) {
                for (var accept : EveryRead.accepts(read)) {
                    var answer = READS.get(register, user, path, accept);
                    answered += answer.statusCode() == 200 ? 1 : 0;
                    if (hasMark(answer, path)) {
                        shown.add("%s as %s: %d".formatted(path, accept, answer.statusCode()));
                    }
                }
            }
        }
        if (user.equals("admin")) {
            // Who knows the number is told of the case what an erasure would do
            shown.removeIf(each -> each.matches("(?:/api/v1)?/officers/" + OFFICER + "/erasure as .*"));
        }
        assertThat(shown).isEmpty();
        assertThat(answered).isGreaterThan(20);
    }

    /** Nor is it in the refusal of anything that they try on it. */
    @ParameterizedTest
    @ValueSource(strings = {"he-handler", "he-all"})
    void noRefusalHasAnythingOfIt(String user) throws Exception {
        var entries = List.of(
                "{'type': 'NoteAdded', 'text': 'x'}",
                "{'type': 'AllegationClosed', 'occurredOn': '2024-02-01', 'allegationId': 'Larkspur-A1'}",
                "{'type': 'CaseClosed', 'occurredOn': '2020-02-01'}",
                "{'type': 'CaseOpened', 'occurredOn': '2024-01-08', 'force': 'KENT', 'kind': 'CONDUCT', 'source': 'POLICE'}");
        for (var entry : entries) {
            var answer = register.send(Way.BASIC
                    .as(register, user)
                    .request("/api/v1/cases/" + CASE + "/entries")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(entry.replace('\'', '"')))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(new Told(409, answer.body(), "").has(MARK, CASE + "Larkspur-A1", List.of(CASE, "Larkspur-A1")))
                    .as(answer.body())
                    .isFalse();
        }
    }

    private static boolean hasMark(Told answer, String path) {
        return answer.has(MARK, path, List.of(CASE, "Larkspur"));
    }
}
