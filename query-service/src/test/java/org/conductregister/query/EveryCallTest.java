package org.conductregister.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What holds for every call that there is under /api/v1: a new one is tested here by itself. */
@QueryServiceTest
class EveryCallTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void aParameterThatNoReadHasIsRefusedByName() {
        assertThat(reads()).isNotEmpty().allSatisfy(path -> {
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
        assertThat(reads()).allSatisfy(path -> {
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
        assertThat(reads()).allSatisfy(path -> {
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
            assertThat(reads())
                    .allSatisfy(path -> assertThat(ask(HttpMethod.GET, path, type))
                            .as(path)
                            .hasStatus(406)
                            .hasContentType("application/problem+json"));
        }
    }

    @Test
    void anotherMethodIsRefusedWithExactlyThoseThatThereAre() {
        assertThat(methods()).isNotEmpty().allSatisfy((path, methods) -> {
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

    private Set<String> reads() {
        var reads = new TreeSet<String>();
        methods().forEach((path, methods) -> {
            if (methods.contains("GET")) {
                reads.add(path);
            }
        });
        return reads;
    }

    /** Of each path, with values in place of variables. */
    private Map<String, Set<String>> methods() {
        var methods = new TreeMap<String, Set<String>>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> paths(mapping).forEach(path -> {
                    var ofPath = methods.computeIfAbsent(path, none -> new TreeSet<>(Set.of("OPTIONS")));
                    for (var method : mapping.getMethodsCondition().getMethods()) {
                        ofPath.add(method.name());
                        if (method == RequestMethod.GET) {
                            ofPath.add("HEAD");
                        }
                    }
                }));
        return methods;
    }

    private static Stream<String> paths(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api/v1/"))
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000"));
    }

    private MvcTestResult ask(HttpMethod method, String address, String accept) {
        var call = http.method(method).uri(address).with(httpBasic("auditor", "open sesame"));
        return (accept == null ? call : call.header("Accept", accept)).exchange();
    }
}
