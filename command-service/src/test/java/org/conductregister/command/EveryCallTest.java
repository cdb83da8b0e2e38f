package org.conductregister.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What holds for every call that there is under /api/v1: a new one is tested here by itself. */
@RegisterTest
class EveryCallTest {

    private final Caller auditor;
    private final Caller handler;
    private final RequestMappingHandlerMapping mappings;

    EveryCallTest(
            @Autowired EventLog log,
            @LocalServerPort int port,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.auditor = new Caller(port, log).as("auditor").refused();
        this.handler = new Caller(port, log).as("handler").refused();
        this.mappings = mappings;
    }

    @Test
    void aParameterThatNoReadHasIsRefusedByName() {
        assertThat(of(RequestMethod.GET))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(refusedParameters(auditor.get(path + "?unheardOf=1&asAt=2005-01-01")
                                .is(400)))
                        .as(path)
                        .containsExactly("asAt", "unheardOf"));
    }

    @Test
    void aWriteWithAParameterThatThereIsNotWritesNothing() {
        var entry = "{\"type\": \"CaseOpened\", \"occurredOn\": \"2020-01-06\", \"force\": \"KENT\","
                + " \"kind\": \"CONDUCT\", \"source\": \"POLICE\"}";

        assertThat(refusedParameters(handler.post("/api/v1/cases/EVERY-1/entries?dryRun=true", entry)
                        .is(400)))
                .containsExactly("dryRun");
    }

    @Test
    void nothingIsAnsweredInYamlAndNothingWrittenFirst() {
        assertThat(of(RequestMethod.GET))
                .allSatisfy(path ->
                        auditor.with("Accept", "application/yaml").get(path).isProblem(406, "NOT_ACCEPTABLE"));
        handler.with("Accept", "application/yaml").log("EVERY-2", """
            {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"}\
            """).isProblem(406, "NOT_ACCEPTABLE");
    }

    @Test
    void aBodyInAnotherEncodingIsNotReadAsText() {
        for (var encoding : new String[] {"gzip", "br", "deflate", "gzip, br"}) {
            handler.with("Content-Encoding", encoding)
                    .log("EVERY-3", "[]")
                    .isProblem(415, "CONTENT_ENCODING_UNSUPPORTED");
            auditor.as("admin")
                    .with("Content-Encoding", encoding)
                    .put("/api/v1/code-lists/forces", "[]")
                    .isProblem(415, "CONTENT_ENCODING_UNSUPPORTED");
        }
    }

    @Test
    void anotherMethodIsRefusedWithExactlyThoseThatThereAre() {
        var withoutDeletion = methods();
        withoutDeletion.values().removeIf(methods -> methods.contains("DELETE"));
        assertThat(withoutDeletion)
                .isNotEmpty()
                .allSatisfy((path, methods) -> assertThat(auditor.delete(path)
                                .isProblem(405, "METHOD_NOT_ALLOWED")
                                .text())
                        .as(path)
                        .contains("possible is " + String.join(", ", methods) + "."));
    }

    private static Stream<String> refusedParameters(Answer answer) {
        return StreamSupport.stream(answer.json().get("errors").spliterator(), false)
                .map(error -> error.get("parameter").stringValue());
    }

    private Set<String> of(RequestMethod method) {
        var paths = new TreeSet<String>();
        methods().forEach((path, methods) -> {
            if (methods.contains(method.name())) {
                paths.add(path);
            }
        });
        return paths;
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
}
