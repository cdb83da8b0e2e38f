package org.conductregister.web.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@SpringBootTest(classes = FailingApplication.class)
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class ProblemAnswersTest {

    @Autowired
    MockMvcTester http;

    @Test
    void aProblemIsThisDocument() {
        MockMvcRequestBuilder call = call("GET", "/api/v1/cases/refused");

        assertThat(call).hasStatus(409).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(call).bodyJson().isStrictlyEqualTo("""
                        {"type": "about:blank", "title": "Conflict", "status": 409,
                         "detail": "Two things are wrong.", "code": "TWO_THINGS_WRONG",
                         "errors": [
                           {"pointer": "/0/occurredOn", "code": "IN_THE_FUTURE", "detail": "2999-01-01 is yet to come."},
                           {"line": 7, "detail": "Line 7 is empty."}]}""");
    }

    @Test
    void aProblemHasOneFormWhateverTheCallerAccepts() {
        assertThat(call("GET", "/api/v1/cases/refused-table").accept("text/csv"))
                .hasStatus(409)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anUnexpectedFailureTellsOnlyWhatToQuoteAndTheLogHasItAll(CapturedOutput log) {
        MockMvcRequestBuilder call = call("GET", "/api/v1/cases/failed");

        assertThat(call)
                .hasStatus(500)
                .bodyText()
                .contains("\"code\":\"INTERNAL_ERROR\"")
                .doesNotContain("secret", "IllegalState", "org.");
        assertThat(log).containsPattern("Failure [0-9a-f-]{36} while answering").contains("the secret inside");
    }

    @Test
    void aConnectionToAStoreThatIsLostIsNotTakenForTheCallers() {
        assertThat(call("GET", "/api/v1/cases/store-lost"))
                .hasStatus(500)
                .bodyText()
                .contains("\"code\":\"INTERNAL_ERROR\"");
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /api/v1/cases/typed                              | 400 | PARAMETER_MISSING  | The parameter asAt is missing.
            GET  | /api/v1/cases/typed?asAt=2018                    | 400 | PARAMETER_INVALID  | The parameter asAt cannot be '2018': it is a day, YYYY-MM-DD.
            GET  | /api/v1/cases/typed?asAt=2018-02-30              | 400 | PARAMETER_INVALID  | The parameter asAt cannot be '2018-02-30': it is a day, YYYY-MM-DD.
            GET  | /api/v1/cases/typed?asAt=2018-06-02&knownAt=now  | 400 | PARAMETER_INVALID  | The parameter knownAt cannot be 'now': it is an instant in UTC, such as 2018-06-02T09:30:00Z.
            GET  | /api/v1/cases/typed?asAt=2018-06-02&colour=BLUE  | 400 | PARAMETER_INVALID  | The parameter colour cannot be 'BLUE': it is one of RED, GREEN.
            GET  | /api/v1/cases/typed?asAt=2018-06-02&size=many    | 400 | PARAMETER_INVALID  | The parameter size cannot be 'many': it is a whole number.
            GET  | /api/v1/cases/nowhere                            | 404 | NOT_FOUND          | Nothing has this path.
            HEAD | /api/v1/cases/nowhere                            | 404 | NOT_FOUND          | Nothing has this path.
            """)
    void whatSpringRefusesIsSaidInWords(String method, String path, int status, String code, String detail) {
        MockMvcRequestBuilder call = call(method, path);

        assertThat(call).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(call).bodyJson().extractingPath("$.code").isEqualTo(code);
        assertThat(call).bodyJson().extractingPath("$.detail").isEqualTo(detail);
    }

    @Test
    void aBodyOfAnotherTypeIsRefusedWithThoseThatAreRead() {
        MockMvcRequestBuilder call = call("POST", "/api/v1/cases/LAN-1/entries")
                .contentType("application/xml")
                .content("<entry/>");

        assertThat(call).hasStatus(415).hasHeader("Accept", "application/json");
        assertThat(call).bodyJson().extractingPath("$.code").isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(call)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("The content type application/xml is not read here; read is application/json.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json"})
    void aMissingBodyIsAskedForWithWhatIsRead(String contentType) {
        MockMvcRequestBuilder call = contentType.isEmpty()
                ? call("POST", "/api/v1/cases/LAN-1/entries")
                : call("POST", "/api/v1/cases/LAN-1/entries").contentType(contentType);

        assertThat(call).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(call).bodyJson().extractingPath("$.code").isEqualTo("BODY_MISSING");
        assertThat(call)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("A body is needed here, and none was sent. It is read as application/json.");
    }

    @Test
    void anAnswerThatCannotBeAcceptedIsRefused() {
        MockMvcRequestBuilder call = call("GET", "/api/v1/cases/json").accept("image/png");

        assertThat(call).hasStatus(406).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(call).bodyJson().extractingPath("$.code").isEqualTo("NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "text/csv", "image/png", "nonsense"})
    void anAnswerThatCannotBeAcceptedIsNotBegun(String accept) {
        MockMvcRequestBuilder call = call("GET", "/api/v1/cases/refused").header("Accept", accept);

        assertThat(call).hasStatus(406).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(call).bodyJson().extractingPath("$.code").isEqualTo("NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/*", "text/html, application/json;q=0.5", ""})
    void whatIsAcceptedIsAnswered(String accept) {
        assertThat(call("GET", "/api/v1/cases/refused").header("Accept", accept))
                .hasStatus(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ?colour=RED                       | 400 | PARAMETER_MISSING
        ?asAt=2018-06-02                  | 200 |
        ?asAt=2018-06-02&asat=2018-06-02  | 400 | asat is not a parameter of this call; did you mean asAt?
        ?asAt=2018-06-02&asAt=2018-06-03  | 400 | asAt must not be given more than once
        ?a=1&b=2&asAt=2018-06-02          | 400 | a is not a parameter of this call; b is not a parameter of this call
        """)
    void aParameterThatACallDoesNotDeclareIsRefused(String query, int status, String words) {
        var answer = assertThat(call("GET", "/api/v1/cases/typed" + query)).hasStatus(status);
        if (words != null) {
            answer.bodyText().contains(words);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":
            [1, 2]
            nonsense
            """)
    void aBodyThatIsNotWhatItSaysIsRefused(String body) {
        MockMvcRequestBuilder call = call("POST", "/api/v1/cases/LAN-1/entries")
                .contentType("application/json")
                .content(body);

        assertThat(call).hasStatus(400);
        assertThat(call).bodyJson().extractingPath("$.code").isEqualTo("BODY_UNREADABLE");
    }

    private MockMvcRequestBuilder call(String method, String path) {
        return http.method(HttpMethod.valueOf(method)).uri(path).with(httpBasic("handler", "open sesame"));
    }
}
