package org.conductregister.command.forms;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.eventstore.EventLog;

/** A handler who sends forms, and a program that records what they find. */
final class FormConversation {

    private final Caller program;
    private final Caller handler;

    FormConversation(int port, EventLog log) {
        this.program = new Caller(port, log).as("handler");
        this.handler = program.with("Accept", "text/html");
    }

    Caller program() {
        return program;
    }

    Answer open(String path) {
        return handler.get(path);
    }

    /** @param namesAndValues of the form's fields, in turn; its identity is added */
    Answer send(String path, String... namesAndValues) {
        var all = new ArrayList<>(List.of("entryId", UUID.randomUUID().toString()));
        all.addAll(List.of(namesAndValues));
        var body = new StringBuilder();
        for (int i = 0; i < all.size(); i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(all.get(i), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(all.get(i + 1), StandardCharsets.UTF_8));
        }
        return handler.post(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body.toString()));
    }

    static String[] day(int day, int month, int year) {
        return new String[] {
            "occurredOn-day",
            String.valueOf(day),
            "occurredOn-month",
            String.valueOf(month),
            "occurredOn-year",
            String.valueOf(year)
        };
    }

    static String[] and(String[] some, String... others) {
        var all = new ArrayList<>(List.of(some));
        all.addAll(List.of(others));
        return all.toArray(String[]::new);
    }

    static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A case of Lancashire that is opened on 2 March 2020. */
    String opened(String more) {
        var caseId = fresh("WAY");
        program.log(caseId, """
                {"type": "CaseOpened", "occurredOn": "2020-03-02", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"%s}""".formatted(more)).is(201);
        return caseId;
    }

    String logged(String caseId, String json) {
        return program.log(caseId, json).is(201).json().get(0).get("entryId").stringValue();
    }
}
