package org.conductregister.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@SpringBootTest(classes = PermissiveApplication.class)
@AutoConfigureMockMvc
class AccessRulesTest {

    private static final List<String> USERS = List.of("handler", "auditor", "analyst", "admin");

    @Autowired
    MockMvcTester http;

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            POST | /api/v1/cases/LAN-1/entries            | handler
            POST | /api/v1/officers/O1/entries            | handler
            POST | /api/v1/recommendations/R1/entries     | handler
            POST | /api/v1/imports                        | handler
            GET  | /api/v1/imports/1                      | handler auditor admin
            GET  | /api/v1/imports/1/refusals             | handler auditor
            GET  | /api/v1/imports/1/proposals            | handler auditor
            GET  | /api/v1/imports/1/profile              | handler auditor
            GET  | /api/v1/cases                          | handler auditor
            GET  | /api/v1/cases/LAN-1                    | handler auditor
            GET  | /api/v1/cases/LAN-1/timeline           | handler auditor
            GET  | /api/v1/cases/LAN-1/allowed-entries    | handler auditor
            GET  | /api/v1/officers/O1                    | handler auditor
            GET  | /api/v1/officers/O1/timeline           | handler auditor
            GET  | /api/v1/officers/O1/allowed-entries    | handler auditor
            GET  | /api/v1/recommendations/R1             | handler auditor
            GET  | /api/v1/statistics                     | handler auditor analyst
            GET  | /api/v1/statistics/series              | handler auditor analyst
            GET  | /api/v1/statistics/compare             | handler auditor analyst
            GET  | /api/v1/statistics/durations           | handler auditor analyst
            GET  | /api/v1/statistics/durations/members   | handler auditor
            GET  | /api/v1/statistics/flows               | handler auditor analyst
            GET  | /api/v1/statistics/flows/members       | handler auditor
            GET  | /api/v1/statistics/export              | handler auditor analyst
            GET  | /api/v1/statistics/members             | handler auditor
            GET  | /api/v1/events                         | auditor
            GET  | /api/v1/integrity                      | auditor admin
            GET  | /api/v1/integrity/checkpoint           | auditor admin
            POST | /api/v1/integrity/acceptance           | admin
            POST | /api/v1/log-export                     | admin
            POST | /api/v1/log-import                     | admin
            POST | /api/v1/access-log-import              | admin
            GET  | /api/v1/integrity/proof                | auditor
            GET  | /api/v1/projections                    | auditor admin
            POST | /api/v1/projections/statistics/rebuild | auditor admin
            GET  | /api/v1/code-lists                     | handler auditor analyst admin
            PUT  | /api/v1/code-lists/forces              | admin
            GET  | /api/v1/users                          | admin
            GET  | /api/v1/users/jane                     | admin
            PUT  | /api/v1/users/jane                     | admin
            DELETE | /api/v1/users/jane                   | admin
            GET  | /api/v1/users/me                       | handler auditor analyst admin
            POST | /api/v1/users/me/password              | handler auditor analyst admin
            GET  | /users                                 | admin
            POST | /users/jane                            | admin
            GET  | /account                               | handler auditor analyst admin
            GET  | /                                      | handler auditor analyst admin
            GET  | /overview/numbers                      | handler auditor analyst
            GET  | /statistics/members                    | handler auditor
            GET  | /statistics/compare                    | handler auditor analyst
            GET  | /cases                                 | handler auditor
            GET  | /cases/LAN-1                           | handler auditor
            GET  | /cases/LAN-1/log/CaseClosed            | handler
            POST | /cases/LAN-1/log/CaseClosed            | handler
            GET  | /officers/O1/entries/E1/retract        | handler
            POST | /recommendations/R1/entries/E1/redate  | handler
            GET  | /report                                | handler
            POST | /report/officer                        | handler
            GET  | /worklist                              | handler auditor
            GET  | /help                                  | handler auditor analyst admin
            GET  | /audit                                 | auditor
            GET  | /audit/cases/LAN-1                     | auditor
            GET  | /audit/known                           | auditor
            GET  | /audit/compare                         | auditor
            GET  | /operations                            | auditor admin
            GET  | /operations/search/dead-letters        | auditor admin
            POST | /operations/search/rebuild             | auditor admin
            POST | /operations/search/dead-letters/retry  | admin
            POST | /operations/search/dead-letters/1/discard | admin
            GET  | /imports                               | handler auditor admin
            GET  | /imports/1                             | handler auditor
            GET  | /imports/1/refused.csv                 | handler auditor
            POST | /api/v1/projections/search/dead-letters/retry | admin
            POST | /api/v1/projections/search/dead-letters/1/discard | admin
            GET  | /imports/drafts/1                      | handler
            POST | /imports                               | handler
            POST | /imports/drafts/1                      | handler
            POST | /imports/1/retry                       | handler
            GET  | /code-lists/forces                     | admin
            POST | /code-lists/forces                     | admin
            POST | /code-lists/forces/KENT                | admin
            GET  | /v3/api-docs                           | handler auditor analyst admin
            GET  | /swagger-ui/index.html                 | handler auditor analyst admin
            """)
    void onlyThoseNamedMayAndNobodyUnlessSignedIn(String method, String path, String allowed) {
        List<String> may = Arrays.asList(allowed.split(" "));
        for (String user : USERS) {
            MockMvcRequestBuilder call = call(method, path).with(httpBasic(user, "open sesame"));
            if (may.contains(user)) {
                assertThat(call).as(user).hasStatusOk();
            } else {
                assertThat(call).as(user).hasStatus(403);
                assertThat(call).bodyJson().extractingPath("$.code").isEqualTo("FORBIDDEN");
            }
        }
        assertThat(call(method, path)).as("nobody").hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthIsOpen(String path) {
        assertThat(call("GET", path)).hasStatusOk();
        assertThat(call("HEAD", path)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/health/db",
                "/api/v1/people",
                "/api/v2/cases",
                "/error",
                "/h2-console"
            })
    void whatTheTableDoesNotNameIsThereForNobody(String path) {
        for (String user : USERS) {
            MockMvcRequestBuilder call = call("GET", path).with(httpBasic(user, "open sesame"));
            assertThat(call).hasStatus(404);
            assertThat(call).bodyJson().extractingPath("$.code").isEqualTo("NOT_FOUND");
        }
        assertThat(call("GET", path)).hasStatus(401);
    }

    @Test
    void anotherMethodOfAPathIsRefusedWithThoseThatThereAre() {
        MockMvcRequestBuilder call = call("DELETE", "/api/v1/cases/LAN-1").with(httpBasic("handler", "open sesame"));

        assertThat(call).hasStatus(405).hasHeader("Allow", "GET, HEAD, OPTIONS");
        assertThat(call).bodyJson().extractingPath("$.code").isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void aWrongPasswordIsNobody() {
        MockMvcRequestBuilder call = call("GET", "/api/v1/cases").with(httpBasic("handler", "open sesam"));

        assertThat(call)
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Basic realm=\"Conduct Register\", charset=\"UTF-8\"")
                .hasHeader("Content-Type", "application/problem+json");
        assertThat(call).bodyJson().extractingPath("$.code").isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void aPageOfAnotherSiteCannotPostWithTheCredentialsABrowserAdds() {
        MockMvcRequestBuilder call =
                call("POST", "/api/v1/projections/statistics/rebuild").with(httpBasic("admin", "open sesame"));

        assertThat(call.header("Sec-Fetch-Site", "cross-site")).hasStatus(403);
        assertThat(call).bodyJson().extractingPath("$.code").isEqualTo("CROSS_SITE_REQUEST");
        assertThat(call("POST", "/api/v1/projections/statistics/rebuild")
                        .with(httpBasic("admin", "open sesame"))
                        .header("Sec-Fetch-Site", "same-origin"))
                .hasStatusOk();
    }

    @Test
    void anAnswerStartsNoSessionAndIsNotKeptOrFramed() {
        assertThat(call("GET", "/api/v1/cases").with(httpBasic("handler", "open sesame")))
                .doesNotContainHeader("Set-Cookie")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy).singleElement().asString().contains("default-src 'self'"));
    }

    private MockMvcRequestBuilder call(String method, String path) {
        return http.method(HttpMethod.valueOf(method)).uri(path);
    }
}
