package org.conductregister.standalone.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * An identity provider on this machine, as OpenID Connect has it: a description of itself, keys, a page to sign in, a token
 * endpoint that insists on the client's secret and on PKCE, and a page to sign out. It remembers in a cookie who is signed in.
 */
public final class TestIssuer implements AutoCloseable {

    static final String CLIENT = "register-pages";
    static final String SECRET = "a secret of the register and its provider";
    static final String AUDIENCE = "https://register.example/api";

    private final int port;
    private final Map<String, Map<String, Object>> persons = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final List<String> signedOut = new CopyOnWriteArrayList<>();
    private final AtomicInteger keysAsked = new AtomicInteger();
    private volatile RSAKey key = newKey();
    private HttpServer server;

    private TestIssuer() throws IOException {
        var started = server(0);
        server = started;
        port = started.getAddress().getPort();
    }

    /** Started on a port of its own. */
    public static TestIssuer start() {
        try {
            return new TestIssuer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer server(int at) throws IOException {
        var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        made.createContext("/.well-known/openid-configuration", exchange -> json(exchange, description()));
        made.createContext("/keys", exchange -> {
            keysAsked.incrementAndGet();
            json(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
        made.createContext("/authorize", this::authorize);
        made.createContext("/token", this::token);
        made.createContext("/sign-out", this::signOut);
        made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        made.start();
        return made;
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** The settings of a register that trusts this provider, without its own address. */
    public Map<String, String> settings() {
        return Map.of(
                "register.provider.issuer",
                issuer(),
                "register.provider.client-id",
                CLIENT,
                "register.provider.client-secret",
                SECRET,
                "register.provider.audience",
                AUDIENCE,
                "register.provider.claims.forces",
                "forces",
                "register.provider.claims.officer",
                "officer");
    }

    /** Adds a person who can sign in, with the claims of their ID token. */
    TestIssuer with(String subject, Map<String, Object> claims) {
        persons.put(subject, claims);
        return this;
    }

    /** From now on it cannot be reached. */
    void stop() {
        server.stop(0);
    }

    /** It can be reached again, at the same address. */
    void startAgain() throws IOException {
        server = server(port);
    }

    /** From now on it signs with another key, and no longer names the one before. */
    void changeKey() {
        key = newKey();
    }

    RSAKey key() {
        return key;
    }

    int keysAsked() {
        return keysAsked.get();
    }

    /** The subjects who have signed out here. */
    List<String> signedOut() {
        return new ArrayList<>(signedOut);
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of an access token as it should be, of a subject with more claims. */
    JWTClaimsSet.Builder claims(String subject, Map<String, Object> more) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience(AUDIENCE)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        more.forEach(claims::claim);
        return claims;
    }

    /** An access token as it should be. */
    public String accessToken(String subject, Map<String, Object> more) {
        return sign(claims(subject, more).build(), key);
    }

    /** An access token that differs from one that should be. */
    public String accessToken(String subject, Map<String, Object> more, Consumer<JWTClaimsSet.Builder> change) {
        var claims = claims(subject, more);
        change.accept(claims);
        return sign(claims.build(), key);
    }

    /** A logout token as it should be, changed. */
    String logoutToken(String subject, Consumer<JWTClaimsSet.Builder> change) {
        var event = Map.<String, Object>of("http://schemas.openid.net/event/backchannel-logout", Map.of());
        var claims = claims(subject, Map.of("events", event)).audience(CLIENT);
        change.accept(claims);
        return sign(claims.build(), key);
    }

    static String sign(JWTClaimsSet claims, RSAKey with) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(with.getKeyID())
                    .build();
            var signed = new SignedJWT(header, claims);
            signed.sign(new RSASSASigner(with));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String description() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/sign-out",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"], "scopes_supported": ["openid", "profile"],
                 "token_endpoint_auth_methods_supported": ["client_secret_basic"]}""".formatted(issuer());
    }

    /** Shows a page to sign in; a browser that is signed in goes on at once. */
    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        var chosen = asked.getOrDefault("person", sessions.get(cookie(exchange)));
        if (chosen == null || !persons.containsKey(chosen)) {
            page(
                    exchange,
                    persons.keySet().stream()
                            .sorted()
                            .map(person -> "<p><a href=\"?%s&person=%s\">%s</a></p>"
                                    .formatted(
                                            exchange.getRequestURI()
                                                    .getRawQuery()
                                                    .replace("&", "&amp;"),
                                            person,
                                            person))
                            .collect(Collectors.joining("", "<h1>Who are you?</h1>", "")));
            return;
        }
        var session = UUID.randomUUID().toString();
        sessions.put(session, chosen);
        exchange.getResponseHeaders().add("Set-Cookie", "issuer=" + session + "; HttpOnly; Path=/");
        var code = UUID.randomUUID().toString();
        asked.put("person", chosen);
        codes.put(code, asked);
        redirect(
                exchange,
                "%s?code=%s&state=%s"
                        .formatted(asked.get("redirect_uri"), code, URLEncoder.encode(asked.get("state"), UTF_8)));
    }

    private void token(HttpExchange exchange) throws IOException {
        var sent = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var asked = codes.remove(sent.getOrDefault("code", ""));
        var secret = Base64.getEncoder()
                .encodeToString(
                        (URLEncoder.encode(CLIENT, UTF_8) + ":" + URLEncoder.encode(SECRET, UTF_8)).getBytes(UTF_8));
        if (asked == null
                || !("Basic " + secret).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !asked.get("redirect_uri").equals(sent.get("redirect_uri"))
                || !"S256".equals(asked.get("code_challenge_method"))
                || !asked.get("code_challenge").equals(challenge(sent.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, "application/json", "{\"error\": \"invalid_grant\"}");
            return;
        }
        var person = asked.get("person");
        var claims = claims(person, persons.get(person)).audience(CLIENT).claim("nonce", asked.get("nonce"));
        json(exchange, """
                {"access_token": "of-no-use", "token_type": "Bearer", "expires_in": 300, "id_token": "%s"}""".formatted(sign(claims.build(), key)));
    }

    /** Takes the hint of an ID token of its own alone, and leads back to the register's page. */
    private void signOut(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        try {
            var hint = SignedJWT.parse(asked.getOrDefault("id_token_hint", "")).getJWTClaimsSet();
            signedOut.add(hint.getSubject());
            sessions.remove(cookie(exchange));
            redirect(exchange, asked.get("post_logout_redirect_uri"));
        } catch (java.text.ParseException e) {
            answer(exchange, 400, "text/plain", "whom?");
        }
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cookie(HttpExchange exchange) {
        var cookies = exchange.getRequestHeaders().getFirst("Cookie");
        return cookies == null ? "" : cookies.replaceAll(".*issuer=([\\w-]+).*", "$1");
    }

    private static Map<String, String> parameters(String form) {
        var parameters = new HashMap<String, String>();
        for (var pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return parameters;
    }

    private static void page(HttpExchange exchange, String body) throws IOException {
        answer(exchange, 200, "text/html", """
                <!DOCTYPE html><html lang="en"><title>Sign in</title><link rel="icon" href="data:,">%s</html>""".formatted(body));
    }

    private static void json(HttpExchange exchange, String json) throws IOException {
        answer(exchange, 200, "application/json", json);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
