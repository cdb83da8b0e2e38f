package org.conductregister.standalone.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conductregister.standalone.provider.TokenCaller.json;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.entries.FactJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests what bearer tokens let in and what they do not, and that their users see what users of the file would. */
@RegisterWithProvider
class BearerTokensTest {

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static final Map<String, Object> HANDLER =
            Map.of("roles", List.of("HANDLER"), "forces", List.of("*"), "name", "Jane Doe");
    private static final String ME = "/api/v1/users/me";

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("register.data", () -> data.toString());
        ISSUER.settings().forEach((name, value) -> properties.add(name, () -> value));
    }

    @LocalServerPort
    int port;

    private TokenCaller calls;

    @BeforeEach
    void caller() {
        calls = new TokenCaller("http://localhost:" + port);
    }

    @AfterAll
    static void end() {
        ISSUER.close();
    }

    @Test
    void aTokenAsItShouldBeLetsItsPersonIn() throws Exception {
        var answer = calls.get(
                ISSUER.accessToken(
                        "u-1",
                        Map.of(
                                "roles",
                                List.of("HANDLER", "of-another-program"),
                                "forces",
                                List.of("KENT"),
                                "name",
                                "Jane Doe",
                                "officer",
                                "KEN-O-17")),
                ME);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer)).isEqualTo(FactJson.mapper().readTree("""
                        {"id": "u-1", "name": "Jane Doe", "roles": ["HANDLER"], "forces": ["KENT"],
                         "officerId": "KEN-O-17", "disabled": false}"""));
    }

    @Test
    void aTokenOfAnotherKeyIsNobodys() throws Exception {
        var forged = new RSAKeyGenerator(2048).keyID(ISSUER.key().getKeyID()).generate();
        refused(TestIssuer.sign(ISSUER.claims("u-1", HANDLER).build(), forged));

        var unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();
        refused(TestIssuer.sign(ISSUER.claims("u-1", HANDLER).build(), unknown));
    }

    /** Neither a key within the token, nor one at an address that it names, nor a key's name that is a path. */
    @Test
    void aTokenThatBringsItsOwnKeyIsNobodys() throws Exception {
        var id = ISSUER.key().getKeyID();
        var own = new RSAKeyGenerator(2048).keyID(id).generate();
        var elsewhere = URI.create(ISSUER.issuer() + "/keys");
        int before = ISSUER.keysAsked();
        for (var header : List.of(
                rs256().keyID(id).jwk(own.toPublicJWK()),
                rs256().jwk(own.toPublicJWK()),
                rs256().keyID(id).jwkURL(elsewhere),
                rs256().keyID(id).x509CertURL(elsewhere),
                rs256().keyID(id).x509CertChain(List.of(com.nimbusds.jose.util.Base64.encode("none"))),
                rs256().keyID("../../../../dev/null"),
                rs256().keyID("x' OR '1'='1"),
                rs256().keyID(""),
                rs256())) {
            refused(signed(header, own));
        }
        refused(signed(rs256().keyID(id).criticalParams(Set.of("unheard-of")), ISSUER.key()));
        refused(signed(rs256().keyID(id).type(new JOSEObjectType("logout+jwt")), ISSUER.key()));
        assertThat(ISSUER.keysAsked() - before).isLessThanOrEqualTo(10);
    }

    private static JWSHeader.Builder rs256() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256);
    }

    private static String signed(JWSHeader.Builder header, RSAKey key) throws Exception {
        var token = new SignedJWT(header.build(), ISSUER.claims("u-1", HANDLER).build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Test
    void aTokenWhoseClaimsWereChangedIsNobodys() throws Exception {
        var parts =
                ISSUER.accessToken("u-1", Map.of("roles", List.of("ANALYST"))).split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("ANALYST", "AUDITOR");
        refused(parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2]);
    }

    @Test
    void anExpiredTokenIsNobodysAndSoIsOneBeforeItsTime() throws Exception {
        refused(ISSUER.accessToken(
                "u-1", HANDLER, claims -> claims.issueTime(in(-600)).expirationTime(in(-31))));
        refused(ISSUER.accessToken("u-1", HANDLER, claims -> claims.notBeforeTime(in(60))));
        refused(ISSUER.accessToken("u-1", HANDLER, claims -> claims.issueTime(in(60))));
        refused(ISSUER.accessToken("u-1", HANDLER, claims -> claims.expirationTime(null)));
        var withinTheSkew = ISSUER.accessToken(
                "u-1", HANDLER, claims -> claims.issueTime(in(-600)).expirationTime(in(-5)));
        assertThat(calls.get(withinTheSkew, ME).statusCode()).isEqualTo(200);
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    @Test
    void anUnsignedTokenIsNobodys() throws Exception {
        var unsigned = new PlainJWT(ISSUER.claims("u-1", HANDLER).build()).serialize();
        refused(unsigned);
        refused(unsigned + "AAAA");
    }

    @Test
    void aTokenForAnotherProgramIsNobodysAndAnIdTokenIsNoAccessToken() throws Exception {
        refused(ISSUER.accessToken("u-1", HANDLER, claims -> claims.audience("https://another.example")));
        refused(ISSUER.accessToken("u-1", HANDLER, claims -> claims.audience((String) null)));
        refused(ISSUER.accessToken("u-1", HANDLER, claims -> claims.audience(TestIssuer.CLIENT)));
    }

    @Test
    void aTokenOfAnotherIssuerIsNobodys() throws Exception {
        refused(ISSUER.accessToken("u-1", HANDLER, claims -> claims.issuer("https://another.example")));
        refused(ISSUER.accessToken("u-1", HANDLER, claims -> claims.issuer(null)));
        refused(ISSUER.accessToken("u-1", HANDLER, claims -> claims.issuer(ISSUER.issuer() + "/")));
    }

    @Test
    void thePublicKeyIsNoSecretToSignWith() throws Exception {
        var key = ISSUER.key();
        for (var secret : List.of(
                key.toRSAPublicKey().getEncoded(),
                ("-----BEGIN PUBLIC KEY-----\n"
                                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                        .encodeToString(key.toRSAPublicKey().getEncoded())
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.UTF_8),
                key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, ISSUER.claims("u-1", HANDLER).build());
            token.sign(new MACSigner(secret));
            refused(token.serialize());
        }
    }

    @Test
    void whatIsNoTokenIsNobodys() throws Exception {
        for (var token : List.of("x", "a.b.c", "..", "open sesame", "e".repeat(6_000))) {
            refused(token);
        }
    }

    private void refused(String token) throws Exception {
        var answer = calls.get(token, ME);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(
                        challenge -> assertThat(challenge).startsWith("Bearer ").contains("error=\"invalid_"));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aKeyThatIsNewIsKnownAtOnceAndOneThatIsGoneIsNotTrustedForLong() throws Exception {
        var before = ISSUER.accessToken("u-1", HANDLER);
        assertThat(calls.get(before, ME).statusCode()).isEqualTo(200);
        ISSUER.changeKey();

        // Keys are asked for a few times in ten seconds at most, and other tests ask too
        await().untilAsserted(() -> assertThat(
                        calls.get(ISSUER.accessToken("u-1", HANDLER), ME).statusCode())
                .isEqualTo(200));
        refused(before);
    }

    @Test
    void tokensThatNameUnknownKeysDoNotMakeTheRegisterAskForKeysEachTime() throws Exception {
        int before = ISSUER.keysAsked();
        var unknown = new RSAKeyGenerator(2048).keyID("of nobody").generate();
        for (int i = 0; i < 50; i++) {
            refused(TestIssuer.sign(ISSUER.claims("u-1", HANDLER).build(), unknown));
        }
        assertThat(ISSUER.keysAsked() - before).isLessThanOrEqualTo(10);
    }

    @Test
    void whoHasNoRoleHereIsToldSo() throws Exception {
        for (var claims : List.<Map<String, Object>>of(
                Map.of(), Map.of("roles", List.of("SOMETHING")), Map.of("roles", ""), Map.of("roles", 7))) {
            var answer = calls.get(ISSUER.accessToken("u-2", claims), ME);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(json(answer).get("code").stringValue()).isEqualTo("FORBIDDEN");
            assertThat(json(answer).get("detail").stringValue()).contains("no role");
        }
    }

    @Test
    void aHandlerWithoutAForceHasNoAccessRatherThanAll() throws Exception {
        var answer = calls.get(ISSUER.accessToken("u-3", Map.of("roles", List.of("HANDLER"))), ME);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("detail").stringValue()).contains("no force");
        var auditor = ISSUER.accessToken("u-4", Map.of("roles", List.of("AUDITOR")));
        assertThat(calls.get(auditor, ME).statusCode()).isEqualTo(200);
    }

    @Test
    void forcesAndConflictsOfInterestHoldAsForUsersOfTheFile() throws Exception {
        var all = ISSUER.accessToken("s-all", HANDLER);
        log(all, "SIGHT-1", "KENT", "KEN-O-1");
        log(all, "SIGHT-2", "LANCASHIRE", "LAN-O-1");

        var kent = ISSUER.accessToken("s-kent", Map.of("roles", "HANDLER", "forces", "KENT"));
        assertThat(calls.get(kent, "/api/v1/cases/SIGHT-1").statusCode()).isEqualTo(200);
        assertThat(calls.get(kent, "/api/v1/cases/SIGHT-2").statusCode()).isEqualTo(404);
        assertThat(post(kent, "SIGHT-2", "[{\"type\": \"CaseClosed\", \"occurredOn\": \"2020-02-03\"}]")
                        .statusCode())
                .isEqualTo(409);

        var officer = ISSUER.accessToken("s-officer", Map.of("roles", "AUDITOR", "officer", "LAN-O-1"));
        assertThat(calls.get(officer, "/api/v1/cases/SIGHT-1").statusCode()).isEqualTo(200);
        assertThat(calls.get(officer, "/api/v1/cases/SIGHT-2").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsRecordedIsThePersonsAndPagesShowTheName() throws Exception {
        var jane = ISSUER.accessToken("s-jane", HANDLER);
        log(jane, "NAMED-1", "KENT", "KEN-O-9");
        var auditor = ISSUER.accessToken("s-auditor", Map.of("roles", List.of("AUDITOR"), "name", "Ann Auditor"));

        var timeline = json(calls.get(auditor, "/api/v1/cases/NAMED-1/timeline"));
        assertThat(timeline.findValuesAsString("recordedBy")).containsOnly("s-jane");
        assertThat(calls.get(auditor, "/cases/NAMED-1").body()).contains("by Jane Doe");
    }

    @Test
    void anImportIsOfWhoSentItAndJudgedByWhatTheyMaySee() throws Exception {
        log(ISSUER.accessToken("s-all", HANDLER), "IMPORT-1", "LANCASHIRE", "LAN-O-2");
        var kent =
                ISSUER.accessToken("s-importer", Map.of("roles", "HANDLER", "forces", "KENT", "name", "Ivy Importer"));
        var sent = calls.post(kent, "/api/v1/imports", "application/x-ndjson", """
                {"type": "CaseOpened", "caseId": "IMPORT-2", "occurredOn": "2020-01-06", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"}
                {"type": "CaseClosed", "caseId": "IMPORT-1", "occurredOn": "2020-03-06"}
                """);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        var path = "/api/v1/imports/" + json(sent).get("importId").stringValue();

        await().untilAsserted(() -> assertThat(
                        json(calls.get(kent, path)).get("state").stringValue())
                .isEqualTo("COMPLETED"));
        assertThat(json(calls.get(kent, path)).get("recorded").intValue()).isEqualTo(1);
        assertThat(json(calls.get(kent, path)).get("refused").intValue()).isEqualTo(1);
        var timeline = json(calls.get(kent, "/api/v1/cases/IMPORT-2/timeline"));
        assertThat(timeline.findValuesAsString("recordedBy")).containsOnly("s-importer");
        var auditor = ISSUER.accessToken("s-auditor", Map.of("roles", List.of("AUDITOR")));
        assertThat(calls.get(auditor, "/imports").body()).contains("by Ivy Importer");
    }

    @Test
    void aLogoutTokenIsOfTheProviderForThisClientAndOfAnEvent() throws Exception {
        assertThat(calls.signOut(ISSUER.logoutToken("u-1", as -> {})).statusCode())
                .isEqualTo(200);
        var another = new RSAKeyGenerator(2048).keyID(ISSUER.key().getKeyID()).generate();
        for (var token : List.of(
                ISSUER.accessToken("u-1", HANDLER),
                ISSUER.logoutToken("u-1", claims -> claims.audience(TestIssuer.AUDIENCE)),
                ISSUER.logoutToken("u-1", claims -> claims.claim("events", Map.of("another", Map.of()))),
                ISSUER.logoutToken("u-1", claims -> claims.claim("events", null)),
                ISSUER.logoutToken("u-1", claims -> claims.claim("nonce", "n-1")),
                ISSUER.logoutToken("u-1", claims -> claims.subject(null)),
                ISSUER.logoutToken("u-1", claims -> claims.expirationTime(in(-31))),
                ISSUER.logoutToken("u-1", claims -> claims.issuer("https://another.example")),
                TestIssuer.sign(
                        ISSUER.claims("u-1", Map.of())
                                .audience(TestIssuer.CLIENT)
                                .build(),
                        another),
                "x")) {
            assertThat(calls.signOut(token).statusCode()).as(token).isEqualTo(400);
        }
    }

    @Test
    void theDocumentSaysThatTokensAreTaken() throws Exception {
        var auditor = ISSUER.accessToken("s-auditor", Map.of("roles", List.of("AUDITOR")));
        var document = json(calls.get(auditor, "/v3/api-docs"));
        assertThat(document.at("/components/securitySchemes/bearer/scheme").stringValue())
                .isEqualTo("bearer");
        assertThat(document.get("security").toString()).contains("bearer");
        assertThat(document.at("/paths/~1api~1v1~1cases/get/responses/503/x-codes")
                        .toString())
                .contains("PROVIDER_UNAVAILABLE");
    }

    private void log(String token, String caseId, String force, String officer) throws Exception {
        var answer = post(token, caseId, """
                [{"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "%s", "kind": "CONDUCT", "source": "POLICE"},
                 {"type": "AllegationReported", "occurredOn": "2020-01-06", "allegationId": "A1", "officerId": "%s",
                  "category": "NEGLECT_OF_DUTY"}]""".formatted(force, officer));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private HttpResponse<String> post(String token, String caseId, String entries) throws Exception {
        return calls.post(token, "/api/v1/cases/" + caseId + "/entries", "application/json", entries);
    }
}
