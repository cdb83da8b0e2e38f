package org.conductregister.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.ConductRegister;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * The standalone edition in the test's own process, so that its paths are known, with users of every kind. It is asked over HTTP,
 * as by anybody.
 */
final class StartedRegister implements AutoCloseable {

    static final String PASSWORD = "river tablet gravel moth";

    /** The users to try the register with, one of each role. */
    static final List<String> TRIAL_USERS = List.of("handler", "auditor", "analyst", "admin");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;

    StartedRegister(Path data, String... options) {
        var application = new SpringApplication(ConductRegister.class);
        application.setRegisterShutdownHook(false);
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--register.data=" + data,
                "--register.sample=false",
                "--register.password=" + PASSWORD));
        arguments.addAll(List.of(options));
        context = application.run(arguments.toArray(String[]::new));
    }

    String address() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Returns every call that a controller of the register answers. */
    List<Call> calls() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handled -> handled.getValue().getBeanType().getName().startsWith("org.conductregister."))
                .flatMap(handled -> Call.of(handled.getKey()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Adds a user, whose password is that of all. */
    void addUser(String id, String json) throws IOException, InterruptedException {
        var body = "{\"name\": \"%s\", \"password\": \"%s\", %s}".formatted(id, PASSWORD, json.replace('\'', '"'));
        var answer = http.send(
                Way.BASIC
                        .as(this, "admin")
                        .request("/api/v1/users/" + id)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Logs entries on a record as a handler of all forces, and returns the last position. */
    long log(String path, String json) throws IOException, InterruptedException {
        var answer = post("handler", path, json.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var recorded = FactJson.mapper().readTree(answer.body());
        return recorded.get(recorded.size() - 1).get("position").longValue();
    }

    HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return http.send(Way.BASIC.as(this, user).request(path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String user, String path, String json) throws IOException, InterruptedException {
        var request = Way.BASIC.as(this, user).request(path).header("Content-Type", "application/json");
        return http.send(request.POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
