package org.conductregister.command.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.entries.FactJson;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Administrators keep users, and everybody learns who the register takes them for. */
@RegisterTest
class UsersApiTest {

    private static final String PASSWORD = "river tablet gravel moth";

    private final Caller admin;

    UsersApiTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.admin = new Caller(port, log).as("admin");
    }

    @Test
    void aUserIsAddedSignsInAndIsRecordedByTheirOwnId() {
        put(
                        "ada",
                        "{'name': 'Ada Lovelace', 'roles': ['HANDLER'], 'forces': ['KENT', 'SURREY'], 'officerId': 'O-1', 'password': '%s'}"
                                .formatted(PASSWORD))
                .is(200);

        var ada = admin.as("ada", PASSWORD);
        assertThat(ada.get("/api/v1/users/me").is(200).json())
                .isEqualTo(FactJson.mapper().readTree("""
                {"id": "ada", "name": "Ada Lovelace", "roles": ["HANDLER"], "forces": ["KENT", "SURREY"], "officerId": "O-1",
                 "disabled": false}"""));
        assertThat(admin.get("/api/v1/users").is(200).text())
                .contains("Ada Lovelace")
                .doesNotContain(PASSWORD, "pbkdf2");
    }

    @Test
    void whoIsDisabledIsNobodyAtOnceAndStaysListed() {
        put("bob", "{'name': 'Bob', 'roles': ['AUDITOR'], 'password': '%s'}".formatted(PASSWORD))
                .is(200);
        var bob = admin.as("bob", PASSWORD);
        bob.get("/api/v1/users/me").is(200);

        admin.delete("/api/v1/users/bob").is(200);

        bob.refused().get("/api/v1/users/me").isProblem(401, "UNAUTHENTICATED");
        assertThat(admin.get("/api/v1/users/bob").is(200).json().get("disabled").booleanValue())
                .isTrue();
        put("bob", "{'name': 'Bob', 'roles': ['AUDITOR'], 'disabled': false}").is(200);
        bob.get("/api/v1/users/me").is(200);
    }

    @Test
    void aPasswordThatIsChangedIsGoodAtOnceAndTheOldOneIsNot() {
        put("cyd", "{'name': 'Cyd', 'roles': ['ANALYST'], 'password': '%s'}".formatted(PASSWORD))
                .is(200);
        var cyd = admin.as("cyd", PASSWORD);

        cyd.post(
                        "/api/v1/users/me/password",
                        json("{'present': '%s', 'wanted': 'lamp feather quarry ninety'}".formatted(PASSWORD)))
                .is(200);

        cyd.refused().get("/api/v1/users/me").isProblem(401, "UNAUTHENTICATED");
        var again = admin.as("cyd", "lamp feather quarry ninety");
        again.get("/api/v1/users/me").is(200);
        again.refused()
                .post("/api/v1/users/me/password", json("{'present': 'wrong', 'wanted': 'lamp feather quarry ninety'}"))
                .isProblem(400, "PASSWORD_WRONG", "/present PASSWORD_WRONG");
        again.refused().post("/api/v1/users/me/password", "{\"present\": 1}").isProblem(400, "USER_INVALID");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'roles': ['HANDLER']}                                             | /name       | FIELD_MISSING
            {'name': 'Dot'}                                                    | /roles      | FIELD_MISSING
            {'name': 'Dot', 'roles': []}                                       | /roles      | FIELD_MISSING
            {'name': 'Dot', 'roles': ['KING']}                                 | /roles/0    | FIELD_INVALID
            {'name': 'Dot', 'roles': 'HANDLER'}                                | /roles      | FIELD_INVALID
            {'name': 'Dot', 'roles': ['HANDLER'], 'forces': ['ATLANTIS']}      | /forces/0   | CODE_UNKNOWN
            {'name': 'Dot', 'roles': ['HANDLER'], 'officerId': 'O 1'}          | /officerId  | FIELD_INVALID
            {'name': 'Dot', 'roles': ['HANDLER'], 'disabled': 'no'}            | /disabled   | FIELD_INVALID
            {'name': 'Dot', 'roles': ['HANDLER'], 'id': 'dora'}                | /id         | FIELD_INVALID
            {'name': 'Dot', 'roles': ['HANDLER'], 'admin': true}               | /admin      | FIELD_UNKNOWN
            {'name': ' ', 'roles': ['HANDLER']}                                | /name       | FIELD_INVALID
            {'name': 'Dot', 'roles': ['HANDLER'], 'password': 12345678901234}  | /password   | FIELD_INVALID
            """)
    void eachFieldThatIsWrongIsNamed(String sent, String pointer, String code) {
        admin.refused().put("/api/v1/users/dot", json(sent)).isProblem(400, "USER_INVALID", pointer + " " + code);

        admin.refused().get("/api/v1/users/dot").isProblem(404, "USER_UNKNOWN");
    }

    @Test
    void whatCannotBeIsRefused() {
        var eve = json("{'name': 'Eve', 'roles': ['ADMIN'], 'password': 'short'}");

        admin.refused().put("/api/v1/users/handler", eve).isProblem(409, "TRIAL_USER");
        admin.refused().put("/api/v1/users/eve", eve).isProblem(400, "PASSWORD_UNFIT", "/password PASSWORD_UNFIT");
        admin.refused().put("/api/v1/users/eve%20x", eve).isProblem(400, "USER_INVALID", "/id FIELD_INVALID");
        admin.refused()
                .put("/api/v1/users/Admin", json("{'name': 'Eve', 'roles': ['ADMIN']}"))
                .isProblem(409, "USER_ID_TAKEN");
    }

    @Test
    void nobodyDeletesWhoIsNotThereOrATrialUser() {
        admin.refused().delete("/api/v1/users/nobody").isProblem(404, "USER_UNKNOWN");
        admin.refused().delete("/api/v1/users/handler").isProblem(409, "TRIAL_USER");
    }

    private Answer put(String id, String user) {
        return admin.put("/api/v1/users/" + id, json(user));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
