package org.conductregister.web.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Tests the refusals that only a server and a connection show: bodies without end, requests that are hardly HTTP,
 * answers that break off.
 */
@SpringBootTest(
        classes = FailingApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"logging.level.org.conductregister=off", "logging.level.org.apache.catalina=off"})
class RefusalsOnTheWireTest {

    private static final long GIGABYTE = 1L << 30;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void aGigabyteOfUnknownLengthIsRefusedInWords() throws Exception {
        HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new Blanks(GIGABYTE)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"BODY_TOO_LARGE\"").contains("1,048,576 bytes");
    }

    @Test
    void aGigabyteThatIsAnnouncedIsRefusedInWords() throws Exception {
        BodyPublisher announced =
                BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Blanks(GIGABYTE)), GIGABYTE);

        HttpResponse<String> answer = post(announced);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"BODY_TOO_LARGE\"");
    }

    /** Spring by itself reads such a form into memory, in a filter before all others. This is more than an array holds. */
    @Test
    void aFormIsNotReadBeforeItsSenderIsKnown() throws Exception {
        HttpRequest form = call("/api/v1/code-lists/forces")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(BodyPublishers.ofInputStream(() -> new Blanks(2 * GIGABYTE)))
                .build();

        assertThat(http.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    void aBodyOfJustTheLimitIsRead() throws Exception {
        String entry = "{\"a\":\"" + "x".repeat((int) BodyLimit.BYTES - 8) + "\"}";

        assertThat(post(BodyPublishers.ofString(entry)).statusCode()).isEqualTo(200);
        assertThat(post(BodyPublishers.ofString(entry + " ")).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/cases?q=<b> HTTP/1.1",
                "GET /api/v1//cases HTTP/1.1",
                "GET /api/v1/%2e%2e/cases HTTP/1.1",
                "N0NSENSE"
            })
    void aRequestThatIsHardlyHttpIsRefusedWithAProblem(String requestLine) throws Exception {
        String answer = exchange(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json", "X-Content-Type-Options: nosniff")
                .contains("\"code\":\"REQUEST_INVALID\"")
                .doesNotContain("<html", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20=1", "%EF%BF%BD=1", "%F0%9F%98%80=1"})
    void aParameterWithAStrangeNameIsRefusedInWords(String parameter) throws Exception {
        HttpRequest call = call("/api/v1/cases/typed?asAt=2018-06-02&" + parameter)
                .header("Authorization", basic("handler"))
                .build();

        HttpResponse<String> answer = http.send(call, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"PARAMETER_INVALID\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4%C2%BB%C2%81=1", "%00=1", "a%0Ab=1", "=1", "&=&=", "=", "a=%E2%82"})
    void aParameterThatIsNoneIsRefusedInWords(String parameter) throws Exception {
        HttpRequest call = call("/api/v1/cases/typed?asAt=2018-06-02&" + parameter)
                .header("Authorization", basic("handler"))
                .build();

        HttpResponse<String> answer = http.send(call, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"REQUEST_INVALID\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=part"})
    void aBodyOfPartsThatIsNoneIsRefusedInWords(String type) throws Exception {
        HttpRequest call = call("/api/v1/cases/typed?asAt=2018-06-02")
                .header("Authorization", basic("handler"))
                .header("Content-Type", type)
                .method("GET", BodyPublishers.ofString("--part\r\nno part"))
                .build();

        HttpResponse<String> answer = http.send(call, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"BODY_UNREADABLE\"").contains("multipart/form-data");
    }

    @Test
    void anAnswerThatBreaksOffCannotBeTakenForTheWhole() {
        HttpRequest call =
                call("/api/v1/events").header("Authorization", basic("auditor")).build();

        assertThatThrownBy(() -> http.send(call, BodyHandlers.ofString())).isInstanceOf(IOException.class);
    }

    @Test
    void theCorrelationIdOfTheCallerIsAnswered() throws Exception {
        HttpRequest call =
                call("/actuator/health").header("X-Correlation-Id", "import-7").build();

        assertThat(http.send(call, BodyHandlers.discarding()).headers().firstValue("X-Correlation-Id"))
                .contains("import-7");
    }

    @Test
    void aCorrelationIdThatIsNoPlainTokenIsReplaced() throws Exception {
        HttpRequest call =
                call("/actuator/health").header("X-Correlation-Id", "a b; drop").build();

        assertThat(http.send(call, BodyHandlers.discarding()).headers().firstValue("X-Correlation-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f-]{36}"));
    }

    private HttpResponse<String> post(BodyPublisher body) throws Exception {
        HttpRequest request = call("/api/v1/cases/LAN-1/entries")
                .header("Authorization", basic("handler"))
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":open sesame").getBytes(StandardCharsets.UTF_8));
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Blanks, which JSON may begin with, without holding them. */
    private static final class Blanks extends InputStream {

        private long left;

        Blanks(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int bytes = (int) Math.min(length, left);
            Arrays.fill(into, offset, offset + bytes, (byte) ' ');
            left -= bytes;
            return bytes;
        }
    }
}
