package org.conductregister.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.conductregister.platform.people.Role;
import org.conductregister.web.access.CallPermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;

/**
 * The matrix: every path and page that there is, by everybody, in each way of saying who they are. Whoever the table does not name
 * is refused; whoever it names is not; and a case that somebody may not see is to them as one that never was.
 */
class AccessMatrixTest {

    private static final String OF_ANOTHER_FORCE = "MX-ELSE1";
    private static final String NAMES_THEM = "MX-SELF1";
    private static final String NEVER = "MX-NEVE1"; // as long as the others

    /** The users who see not all cases, and a case that each does not see. */
    private static final Map<String, String> HIDDEN = new TreeMap<>(Map.of(
            "kent", OF_ANOTHER_FORCE, "named", NAMES_THEM, "named-auditor", NAMES_THEM, "kent-and-named", NAMES_THEM));

    private static final Map<String, Set<Role>> USERS = new TreeMap<>(Map.of(
            "handler", Set.of(Role.HANDLER),
            "auditor", Set.of(Role.AUDITOR),
            "analyst", Set.of(Role.ANALYST),
            "admin", Set.of(Role.ADMIN),
            "kent", Set.of(Role.HANDLER),
            "named", Set.of(Role.HANDLER),
            "named-auditor", Set.of(Role.AUDITOR),
            "kent-and-named", Set.of(Role.HANDLER),
            "counting-admin", Set.of(Role.ADMIN, Role.ANALYST)));

    @TempDir
    static Path data;

    private static StartedRegister register;

    @BeforeAll
    static void start() throws Exception {
        register = new StartedRegister(data.resolve("register"));
        register.addUser("kent", "'roles': ['HANDLER'], 'forces': ['KENT']");
        register.addUser("named", "'roles': ['HANDLER'], 'officerId': 'MX-O1'");
        register.addUser("named-auditor", "'roles': ['AUDITOR'], 'officerId': 'MX-O1'");
        register.addUser("kent-and-named", "'roles': ['HANDLER'], 'forces': ['KENT'], 'officerId': 'MX-O1'");
        register.addUser("counting-admin", "'roles': ['ADMIN', 'ANALYST']");
        open(OF_ANOTHER_FORCE, "SURREY", "MX-O2");
        long last = open(NAMES_THEM, "KENT", "MX-O1");
        assertThat(register.get("handler", "/api/v1/cases/" + NAMES_THEM + "?atLeast=" + last)
                        .statusCode())
                .isEqualTo(200);
    }

    private static long open(String caseId, String force, String officer) throws Exception {
        return register.log("/api/v1/cases/" + caseId + "/entries", """
                [{'type': 'CaseOpened', 'occurredOn': '2024-01-08', 'force': '%s', 'kind': 'CONDUCT', 'source': 'POLICE'},
                 {'type': 'AllegationReported', 'occurredOn': '2024-01-08', 'allegationId': 'A1', 'officerId': '%s', 'category': 'OTHER'}]
                """.formatted(force, officer));
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    @Test
    void thereAreCallsAndPages() {
        assertThat(register.calls())
                .hasSizeGreaterThan(100)
                .contains(new Call("GET", "/api/v1/cases/{caseId}"), new Call("GET", "/audit/access"))
                .anyMatch(call -> call.pattern().startsWith("/officers/{id}/log"));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverTheTableNamesMayAndNobodyElse(Way way) throws Exception {
        var wrong = new ArrayList<String>();
        for (var user : USERS.entrySet()) {
            var caller = way.as(register, user.getKey());
            for (var call : Call.withoutSigningOut(register.calls())) {
                var answer = send(call, call.path(), caller);
                boolean may = CallPermissions.rolesFor(HttpMethod.valueOf(call.method()), call.path()).stream()
                        .anyMatch(user.getValue()::contains);
                if (!isRight(answer, may)) {
                    wrong.add("%s as %s: %d".formatted(call, user.getKey(), answer.statusCode()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Refused for the role, or let through to be answered or refused for what was sent. */
    private static boolean isRight(HttpResponse<String> answer, boolean may) {
        int status = answer.statusCode();
        boolean forRole = status == 403
                && (answer.body().contains("\"FORBIDDEN\"") || answer.body().contains("You may not do that"));
        return may ? !forRole && status != 401 && status < 500 : forRole;
    }

    @Test
    void nobodyIsLetInUnlessSignedIn() throws Exception {
        var open = new ArrayList<String>();
        for (var call : register.calls()) {
            var answer = send(call, call.path(), register::anonymous);
            boolean toSignIn = answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").startsWith("/sign-in");
            if (answer.statusCode() != 401 && !toSignIn) {
                open.add(call.toString());
            }
        }
        assertThat(open).containsExactlyInAnyOrder("GET /sign-in", "GET /signed-out", "GET /session");
    }

    @ParameterizedTest
    @EnumSource
    void aHiddenCaseIsToThemAsOneThatNeverWas(Way way) throws Exception {
        var different = new ArrayList<String>();
        for (var user : HIDDEN.entrySet()) {
            var caller = way.as(register, user.getKey());
            for (var call : register.calls().stream().filter(Call::isOfACase).toList()) {
                var hidden = told(send(call, call.pathOfCase(user.getValue()), caller), user.getValue());
                var never = told(send(call, call.pathOfCase(NEVER), caller), NEVER);
                if (!hidden.equals(never)) {
                    int at = Arrays.mismatch(hidden.toCharArray(), never.toCharArray());
                    different.add("%s as %s: …%s, and …%s"
                            .formatted(call, user.getKey(), around(hidden, at), around(never, at)));
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void whatIsHiddenFromThemOthersSee() throws Exception {
        for (var caseId : List.of(OF_ANOTHER_FORCE, NAMES_THEM)) {
            for (var user : List.of("handler", "auditor")) {
                assertThat(register.get(user, "/api/v1/cases/" + caseId).statusCode())
                        .isEqualTo(200);
            }
        }
        assertThat(register.get("kent", "/api/v1/cases/" + NAMES_THEM).statusCode())
                .isEqualTo(200);
        assertThat(register.get("named", "/api/v1/cases/" + OF_ANOTHER_FORCE).statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> send(Call call, String path, Way.Caller caller)
            throws IOException, InterruptedException {
        var request = caller.request(path);
        if (!call.isOfApi()) {
            request.header("Accept", "text/html");
        }
        if (call.isRead()) {
            return register.send(request.GET().build());
        }
        request.header("Content-Type", call.isOfApi() ? "application/json" : "application/x-www-form-urlencoded");
        var body = call.isOfApi() ? "{\"type\": \"NoteAdded\", \"text\": \"x\"}" : "";
        var answer = register.send(
                request.method(call.method(), BodyPublishers.ofString(body)).build());
        var location = answer.headers().firstValue("Location").orElse("");
        return location.contains("answer=") ? page(location, caller) : answer;
    }

    /** The page that a form was answered with, to which its sender is sent on. */
    private static HttpResponse<String> page(String location, Way.Caller caller)
            throws IOException, InterruptedException {
        return register.send(caller.request(location.replaceFirst("^https?://[^/]+", ""))
                .header("Accept", "text/html")
                .GET()
                .build());
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, Math.min(text.length(), at - 60)), Math.min(text.length(), at + 60));
    }

    /** All that an answer tells, but for what is another each time. */
    private static String told(HttpResponse<String> answer, String caseId) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> {
            if (!Set.of("date", "x-correlation-id", "set-cookie", "connection")
                    .contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(
                        name,
                        values.stream()
                                .map(value -> value.replace(caseId, "ID"))
                                .toList());
            }
        });
        var body = answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("name=\"form-token\" content=\"[^\"]*\"", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID")
                .replace(caseId, "ID");
        return answer.statusCode() + " " + headers + " " + body;
    }
}
