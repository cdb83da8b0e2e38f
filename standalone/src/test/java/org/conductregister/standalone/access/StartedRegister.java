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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.conductregister.entries.FactJson;
import org.conductregister.platform.people.Role;
import org.conductregister.standalone.ConductRegister;
import org.conductregister.standalone.provider.TestIssuer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * The standalone edition in the test's own process, so that its paths are known, with users of every kind, and an organisation's
 * provider whose tokens it takes. It is asked over HTTP, as by anybody.
 */
final class StartedRegister implements AutoCloseable {

    static final String PASSWORD = "river tablet gravel moth";

    /** The users to try the register with, one of each role. */
    static final List<String> TRIAL_USERS = List.of("handler", "auditor", "analyst", "admin");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestIssuer issuer = TestIssuer.start();
    private final Map<String, Member> members = new HashMap<>();
    private final ConfigurableApplicationContext context;

    /**
     * The part of somebody in the organisation.
     *
     * @param force whose cases they see; null for all
     * @param officer that they are; null for none
     */
    record Member(
            Set<Role> roles,
            @Nullable String force,
            @Nullable String officer) {}

    StartedRegister(Path data, String... options) {
        var application = new SpringApplication(ConductRegister.class);
        application.setRegisterShutdownHook(false);
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--register.data=" + data,
                "--register.sample=false",
                "--register.password=" + PASSWORD,
                "--register.provider.address=http://localhost:8080"));
        issuer.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of(options));
        context = application.run(arguments.toArray(String[]::new));
        for (var trial : TRIAL_USERS) {
            members.put(trial, new Member(Set.of(Role.valueOf(trial.toUpperCase(Locale.ROOT))), null, null));
        }
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
    void addUser(String id, Member member) throws IOException, InterruptedException {
        var user = FactJson.mapper().createObjectNode().put("name", id).put("password", PASSWORD);
        member.roles().forEach(role -> user.withArray("roles").add(role.name()));
        if (member.force() != null) {
            user.withArray("forces").add(member.force());
        }
        if (member.officer() != null) {
            user.put("officerId", member.officer());
        }
        var answer = http.send(
                Way.BASIC
                        .as(this, "admin")
                        .request("/api/v1/users/" + id)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(user.toString()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        members.put(id, member);
    }

    /** Returns a token of the organisation's provider for somebody who is there what a user is here. */
    String tokenLike(String user) {
        var member = members.get(user);
        var claims = new HashMap<String, Object>();
        claims.put("name", user);
        claims.put("roles", member.roles().stream().map(Role::name).toList());
        claims.put("forces", List.of(member.force() == null ? "*" : member.force()));
        if (member.officer() != null) {
            claims.put("officer", member.officer());
        }
        var longerThanAnyTest = Date.from(Instant.now().plus(Duration.ofHours(1)));
        return issuer.accessToken(user + "-of-provider", claims, token -> token.expirationTime(longerThanAnyTest));
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

    HttpResponse<byte[]> sendForBytes(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofByteArray());
    }

    /** Sends a request without waiting for its answer. */
    CompletableFuture<HttpResponse<String>> later(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    @Override
    public void close() {
        http.close();
        context.close();
        issuer.close();
    }
}
