package org.conductregister.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import org.conductregister.web.MappedCalls;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The rules that every call under /api/v1 keeps; a new call is tested without being named here. */
@QueryServiceTest
class EveryCallTest {

    private final MockMvcTester http;
    private final MappedCalls calls;

    EveryCallTest(
            @Autowired MockMvcTester http,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.http = http;
        this.calls = new MappedCalls(mappings);
    }

    @Test
    void aParameterThatNoReadHasIsRefusedByName() {
        assertThat(calls.reads()).isNotEmpty().allSatisfy(path -> {
            var answer = ask(HttpMethod.GET, path + "?unheardOf=1", null);
            assertThat(answer).as(path).hasStatus(400).hasContentType("application/problem+json");
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.errors[*].parameter")
                    .asArray()
                    .contains("unheardOf");
        });
    }

    @Test
    void aMisspeltDayIsRefusedAndNotTakenForToday() {
        assertThat(calls.reads()).allSatisfy(path -> {
            var answer = ask(HttpMethod.GET, path + "?asat=2005-01-01", null);
            assertThat(answer).as(path).hasStatus(400);
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.errors[*].parameter")
                    .asArray()
                    .contains("asat");
        });
        assertThat(ask(HttpMethod.GET, "/api/v1/cases/X?asat=2005-01-01", null))
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("asat is not a parameter of this call; did you mean asAt?");
    }

    @Test
    void oneOfTwoDaysIsNotChosenForTheCaller() {
        assertThat(calls.reads()).allSatisfy(path -> {
            var answer = ask(HttpMethod.GET, path + "?asAt=2005-01-01&asAt=2018-06-02", null);
            assertThat(answer).as(path).hasStatus(400);
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.errors[*].parameter")
                    .asArray()
                    .contains("asAt");
        });
    }

    @Test
    void nothingIsAnsweredInYaml() {
        for (var type : new String[] {"application/yaml", "application/cbor", "application/xml"}) {
            assertThat(calls.reads())
                    .allSatisfy(path -> assertThat(ask(HttpMethod.GET, path, type))
                            .as(path)
                            .hasStatus(406)
                            .hasContentType("application/problem+json"));
        }
    }

    @Test
    void anotherMethodIsRefusedWithExactlyThoseThatThereAre() {
        assertThat(calls.methods()).isNotEmpty().allSatisfy((path, methods) -> {
            var refused = ask(HttpMethod.PATCH, path, null);
            assertThat(refused).as(path).hasStatus(405).hasHeader("Allow", String.join(", ", methods));
            assertThat(refused).bodyJson().extractingPath("$.code").isEqualTo("METHOD_NOT_ALLOWED");
            assertThat(ask(HttpMethod.OPTIONS, path, null))
                    .as(path)
                    .hasStatus(204)
                    .hasHeader("Allow", String.join(", ", methods));
        });
    }

    @Test
    void aPathThatIsNotThereHasNoMethods() {
        assertThat(ask(HttpMethod.DELETE, "/api/v1/cases/X/nothing", null)).hasStatus(404);
        assertThat(ask(HttpMethod.OPTIONS, "/api/v1/cases/X/nothing", null)).hasStatus(404);
    }

    private MvcTestResult ask(HttpMethod method, String address, String accept) {
        var call = http.method(method).uri(address).with(httpBasic("auditor", "open sesame"));
        return (accept == null ? call : call.header("Accept", accept)).exchange();
    }
}
