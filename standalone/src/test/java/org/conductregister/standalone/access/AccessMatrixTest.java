package org.conductregister.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.conductregister.entries.FactJson;
import org.conductregister.platform.people.Role;
import org.conductregister.standalone.access.StartedRegister.Member;
import org.conductregister.web.access.CallPermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/**
 * The matrix: every path and page that there is, by everybody, in each way of saying who they are. Whoever the table does not name
 * is refused; whoever it names is not; and a case that somebody may not see is to them as one that never was.
 */
@ExtendWith(SharedRegister.class)
class AccessMatrixTest {

    private static final String OF_ANOTHER_FORCE = "MX-ELSE1";
    private static final String NAMES_THEM = "MX-SELF1";
    private static final String NEVER = "MX-NEVE1"; // as long as the others

    /** The users who see not all cases, and a case that each does not see. */
    private static final Map<String, String> HIDDEN = new TreeMap<>(Map.of(
            "kent", OF_ANOTHER_FORCE,
            "named", NAMES_THEM,
            "named-auditor", NAMES_THEM,
            "named-admin", NAMES_THEM,
            "kent-and-named", NAMES_THEM));

    private static final Map<String, Member> ADDED = Map.of(
            "kent", new Member(Set.of(Role.HANDLER), "KENT", null),
            "named", new Member(Set.of(Role.HANDLER), null, "MX-O1"),
            "named-auditor", new Member(Set.of(Role.AUDITOR), null, "MX-O1"),
            "named-admin", new Member(Set.of(Role.ADMIN), null, "MX-O1"),
            "kent-and-named", new Member(Set.of(Role.HANDLER), "KENT", "MX-O1"),
            "counting-admin", new Member(Set.of(Role.ADMIN, Role.ANALYST), null, null));

    private static final Map<String, Set<Role>> USERS = users();

    private static Map<String, Set<Role>> users() {
        var users = new TreeMap<String, Set<Role>>();
        ADDED.forEach((id, member) -> users.put(id, member.roles()));
        StartedRegister.TRIAL_USERS.forEach(id -> users.put(id, Set.of(Role.valueOf(id.toUpperCase(Locale.ROOT)))));
        return users;
    }

    private static StartedRegister register;

    @BeforeAll
    static void start(StartedRegister shared) throws Exception {
        register = shared;
        for (var user : ADDED.entrySet()) {
            register.addUser(user.getKey(), user.getValue());
        }
        register.log("/api/v1/officers/MX-O1/entries", """
                {'type': 'OfficerRegistered', 'occurredOn': '2020-01-06', 'force': 'KENT', 'workforce': 'POLICE_OFFICER'}""");
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
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /sign-in", "GET /signed-out", "GET /session", "POST /sign-out/from-provider");
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

    /** Each read is put aside, for it asks for an entry that comes while it waits, and is answered by another pass. */
    @ParameterizedTest
    @EnumSource
    void whoWaitsWithoutAThreadIsTheSamePersonWhenAnswered(Way way) throws Exception {
        long last = note("Before the view goes on");
        var waiting = new TreeMap<String, CompletableFuture<HttpResponse<String>>>();
        for (var user : List.of("handler", "kent", "named", "named-auditor", "analyst")) {
            waiting.put(
                    user,
                    register.later(way.as(register, user)
                            .request("/api/v1/cases/" + NAMES_THEM + "?atLeast=" + (last + 1))
                            .header("X-Correlation-Id", "waits-%s-%s".formatted(way, user))
                            .build()));
        }
        var page = register.later(way.as(register, "kent")
                .request("/cases/" + NAMES_THEM + "?atLeast=" + (last + 1))
                .header("Accept", "text/html")
                .build());
        await().until(() -> waiting.get("analyst").isDone());
        assertThat(waiting.get("kent")).isNotDone();

        note("The view goes on");

        var statuses = new TreeMap<String, Integer>();
        for (var each : waiting.entrySet()) {
            var answer = each.getValue().get();
            statuses.put(each.getKey(), answer.statusCode());
            assertThat(answer.headers().allValues("X-Correlation-Id"))
                    .containsExactly("waits-%s-%s".formatted(way, each.getKey()));
            assertThat(answer.headers().allValues("Cache-Control")).hasSize(1);
        }
        assertThat(statuses)
                .isEqualTo(Map.of("handler", 200, "kent", 200, "named", 404, "named-auditor", 404, "analyst", 403));
        assertThat(page.get().statusCode()).isEqualTo(200);
        assertThat(page.get().body()).contains("The view goes on");
        assertThat(page.get().headers().firstValue("Content-Security-Policy")).isPresent();
        await().untilAsserted(() ->
                assertThat(looksWith("waits-%s-kent".formatted(way))).containsExactly("OPENED"));
    }

    private static long note(String text) throws Exception {
        return register.log(
                "/api/v1/cases/" + NAMES_THEM + "/entries", "{'type': 'NoteAdded', 'text': '%s'}".formatted(text));
    }

    private static List<String> looksWith(String correlationId) throws Exception {
        return register.get("auditor", "/api/v1/access-log")
                .body()
                .lines()
                .map(FactJson.mapper()::readTree)
                .filter(look -> look.path("correlationId").asString().equals(correlationId))
                .map(look -> look.path("action").asString())
                .toList();
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

    /** A case that stands against an erasure of the person they are is told without its number. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/officers/MX-O1/erasure", "/officers/MX-O1/erasure"})
    void anErasureThatACaseStandsAgainstDoesNotNameItToWhomItIsHiddenFrom(String path) throws Exception {
        var named = register.get("named-admin", path);
        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(named.body())
                .contains("A case that you may not see stands against it.")
                .doesNotContain(NAMES_THEM);
        assertThat(register.get("admin", path).body()).contains("Case " + NAMES_THEM + " is pending");

        var refused = register.post("named-admin", "/api/v1/officers/MX-O1/erasure", "{\"reason\": \"x\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).doesNotContain(NAMES_THEM);
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
