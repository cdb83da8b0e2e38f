package org.conductregister.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.conductregister.eventstore.EventLog;
import org.conductregister.web.MappedCalls;
import org.conductregister.web.access.CallPermissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The rules that every call under /api/v1 keeps; a new call is tested without being named here. */
@RegisterTest
class EveryCallTest {

    private final Caller auditor;
    private final Caller handler;
    private final MappedCalls calls;

    EveryCallTest(
            @Autowired EventLog log,
            @LocalServerPort int port,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.auditor = new Caller(port, log).as("auditor").refused();
        this.handler = new Caller(port, log).as("handler").refused();
        this.calls = new MappedCalls(mappings);
    }

    @Test
    void aParameterThatNoReadHasIsRefusedByName() {
        assertThat(calls.reads())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(refusedParameters(allowed(path)
                                .get(path + "?unheardOf=1&asAt=2005-01-01")
                                .is(400)))
                        .as(path)
                        .containsExactly("asAt", "unheardOf"));
    }

    /** Somebody who may read a path. */
    private Caller allowed(String path) {
        var roles = CallPermissions.rolesFor(HttpMethod.GET, path);
        assertThat(roles).as(path).isNotEmpty();
        return auditor.as(roles.iterator().next().name().toLowerCase(Locale.ROOT));
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
        assertThat(calls.reads())
                .allSatisfy(path -> allowed(path)
                        .with("Accept", "application/yaml")
                        .get(path)
                        .isProblem(406, "NOT_ACCEPTABLE"));
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
        var withoutDeletion = new TreeMap<>(calls.methods());
        withoutDeletion.values().removeIf(methods -> methods.contains("DELETE"));
        withoutDeletion.remove("/api/v1/users/me"); // which can be deleted as far as its path tells
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
}
