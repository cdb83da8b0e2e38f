package org.conductregister.command.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nothing under {@code /api} is without a description, and nothing else is described. */
@RegisterTest
class DescribedCallsTest {

    private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/([^\"]+)\"");

    private final ApiDocument document;
    private final RequestMappingHandlerMapping handlers;

    DescribedCallsTest(
            @Autowired EventLog log,
            @LocalServerPort int port,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.document = ApiDocument.read(new Caller(port, log));
        this.handlers = handlers;
    }

    @Test
    void everyHandlerOfTheApiIsDescribedAndNothingElse() {
        var handled = handlers.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + path)))
                .distinct()
                .toList();

        assertThat(document.calls()).extracting(Map.Entry::getKey).containsExactlyInAnyOrderElementsOf(handled);
        assertThat(handled).contains("POST /api/v1/cases/{caseId}/entries", "POST /api/v1/imports");
    }

    @Test
    void everyCallHasANameAGroupWordsAndItsRefusals() {
        assertThat(document.calls()).allSatisfy(call -> {
            var described = call.getValue();
            assertThat(described.path("operationId").asString("")).matches("[a-z][A-Za-z]+");
            assertThat(described.path("summary").asString("")).isNotBlank();
            assertThat(described.path("description").asString("")).contains(" may call it.");
            assertThat(described.path("tags")).hasSize(1);
            assertThat(described.get("responses").propertyNames()).contains("401", "406", "500");
            assertThat(described.get("responses").properties()).allSatisfy(response -> {
                assertThat(response.getValue().path("description").asString("")).isNotBlank();
                assertThat(response.getValue().path("content").values())
                        .as("%s %s", call.getKey(), response.getKey())
                        .isNotEmpty()
                        .allSatisfy(content -> assertThat(content.path("schema").propertyNames())
                                .containsAnyOf("type", "$ref"));
                if (response.getKey().startsWith("4") || response.getKey().startsWith("5")) {
                    assertThat(response.getValue()
                                    .at("/content/application~1problem+json/schema/$ref")
                                    .stringValue())
                            .isEqualTo("#/components/schemas/Problem");
                    assertThat(response.getValue().get("x-codes")).isNotEmpty();
                }
            });
        });
        assertThat(document.calls())
                .extracting(call -> call.getValue().get("operationId").stringValue())
                .doesNotHaveDuplicates();
    }

    @Test
    void everySchemaThatIsNamedIsThereAndEveryOneThatIsThereIsNamed() {
        var named = REFERENCE
                .matcher(document.json().toString())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(document.json().at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void itIsOpenApiInJsonAlone() {
        assertThat(document.json().get("openapi").stringValue()).startsWith("3.0.");
        assertThat(document.json().at("/components/securitySchemes").propertyNames())
                .containsExactly("basic");
    }
}
