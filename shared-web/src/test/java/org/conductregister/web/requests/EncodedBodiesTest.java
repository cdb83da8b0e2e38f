package org.conductregister.web.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.conductregister.web.ProblemException;
import org.conductregister.web.requests.EncodedBodies.Gunzipped;
import org.junit.jupiter.api.Test;

/** Tests the decoding of a body that was sent with gzip, and its refusals. */
class EncodedBodiesTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void aBodyIsDecodedWhole() throws IOException {
        var text = "a line\n".repeat(100_000);

        assertThat(decoded(gzip(text.getBytes(StandardCharsets.UTF_8)), MEGABYTE)
                        .readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(text);
    }

    @Test
    void severalMembersOneAfterTheOtherAreOneBody() throws IOException {
        var both = new ByteArrayOutputStream();
        both.write(gzip("one\n".getBytes(StandardCharsets.UTF_8)));
        both.write(gzip("two\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(decoded(both.toByteArray(), MEGABYTE).readAllBytes())
                .asString()
                .isEqualTo("one\ntwo\n");
    }

    @Test
    void aBodyThatGrowsWithoutMeasureIsRefusedBeforeItFillsAnything() throws IOException {
        var bomb = gzip(new byte[8 * MEGABYTE]);

        assertThatThrownBy(() -> decoded(bomb, MEGABYTE).transferTo(OutputStream.nullOutputStream()))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(413);
                    assertThat(refusal.problem().code()).isEqualTo("BODY_TOO_LARGE");
                });
        assertThat(decoded(bomb, 8 * MEGABYTE).readAllBytes()).hasSize(8 * MEGABYTE);
    }

    @Test
    void whatIsNoGzipOrBreaksOffIsRefused() throws IOException {
        var whole = gzip("a line\n".repeat(1_000).getBytes(StandardCharsets.UTF_8));

        for (var body : new byte[][] {
            new byte[0],
            "{\"type\": \"CaseClosed\"}".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(whole, whole.length - 9)
        }) {
            assertThatThrownBy(() -> decoded(body, MEGABYTE).readAllBytes())
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem().code()).isEqualTo("BODY_UNREADABLE"));
        }
    }

    private static InputStream decoded(byte[] sent, long always) {
        return new Gunzipped(new ByteArrayInputStream(sent), always);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        var sent = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(sent)) {
            gzip.write(body);
        }
        return sent.toByteArray();
    }
}
