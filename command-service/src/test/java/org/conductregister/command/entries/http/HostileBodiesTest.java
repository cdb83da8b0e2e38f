package org.conductregister.command.entries.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies that would fill the memory, or are text in no encoding: each is refused in words, and the service goes on. */
@RegisterTest
class HostileBodiesTest {

    private static final long GIGABYTE = 1L << 30;
    private static final byte[] BEGINNING = "{\"type\": \"NoteAdded\", \"text\": \"".getBytes(StandardCharsets.UTF_8);

    private final Caller handler;

    HostileBodiesTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.handler = new Caller(port, log).as("handler");
    }

    @AfterEach
    void theServiceAnswersOthers() {
        assertThat(handler.get("/actuator/health").is(200).text()).contains("UP");
    }

    @Test
    void aGigabyteOfUnknownLengthIsRefused() {
        assertTimeout(Duration.ofSeconds(60), () -> refuseTooLarge(BodyPublishers.ofInputStream(this::gigabyte)));
    }

    @Test
    void aGigabyteThatIsAnnouncedIsRefused() {
        var announced =
                BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::gigabyte), GIGABYTE + BEGINNING.length);

        assertTimeout(Duration.ofSeconds(60), () -> refuseTooLarge(announced));
    }

    @Test
    void aGigabyteOfNestingIsRefused() {
        assertTimeout(
                Duration.ofSeconds(60),
                () -> refuseTooLarge(BodyPublishers.ofInputStream(() -> new Endless(GIGABYTE, (byte) '['))));
    }

    private void refuseTooLarge(BodyPublisher body) {
        handler.refused()
                .post("/api/v1/cases/BIG-1/entries", "application/json", body)
                .isProblem(413, "BODY_TOO_LARGE");
    }

    private InputStream gigabyte() {
        return new SequenceInputStream(new ByteArrayInputStream(BEGINNING), new Endless(GIGABYTE, (byte) 'x'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
    void otherEncodingsAreRefused(String encoding) {
        var entry = "{\"type\": \"NoteAdded\", \"text\": \"café\"}".getBytes(Charset.forName(encoding));

        refuseNotJson(entry);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        refuseNotJson(note(0xFF));
        refuseNotJson(note(0xC0, 0x80));
        refuseNotJson(note(0xC1, 0x81));
        refuseNotJson(note(0xED, 0xA0, 0x80));
        refuseNotJson(note(0xF5, 0x80, 0x80, 0x80));
        refuseNotJson(note(0xE2, 0x82));
    }

    private void refuseNotJson(byte[] body) {
        handler.refused()
                .post("/api/v1/cases/BIG-1/entries", "application/json", BodyPublishers.ofByteArray(body))
                .isProblem(400, "BODY_NOT_JSON");
    }

    private static byte[] note(int... text) {
        var body = Arrays.copyOf(BEGINNING, BEGINNING.length + text.length + 2);
        for (int i = 0; i < text.length; i++) {
            body[BEGINNING.length + i] = (byte) text[i];
        }
        body[body.length - 2] = '"';
        body[body.length - 1] = '}';
        return body;
    }

    /** The same byte again and again, without holding them. */
    private static final class Endless extends InputStream {

        private final byte what;
        private long left;

        Endless(long length, byte what) {
            this.left = length;
            this.what = what;
        }

        @Override
        public int read() {
            return left-- > 0 ? what : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int bytes = (int) Math.min(length, left);
            Arrays.fill(into, offset, offset + bytes, what);
            left -= bytes;
            return bytes;
        }
    }
}
