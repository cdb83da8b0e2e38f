package org.conductregister.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** The example of C2SP's signed-note. */
    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String NOTE = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    @Test
    void theExampleOfTheSpecificationIsVerified() {
        var key = VerifierKey.parse(KEY);
        var note = SignedNote.parse(NOTE);

        assertThat(key.hasSigned(note)).isTrue();
        assertThat(key).hasToString(KEY);
        assertThat(note).hasToString(NOTE);
    }

    @Test
    void aNoteWhoseTextWasChangedIsRefused() {
        var changed = SignedNote.parse(NOTE.replace("an example", "another"));

        assertThatExceptionOfType(MalformedNoteException.class)
                .isThrownBy(() -> VerifierKey.parse(KEY).hasSigned(changed));
    }

    @Test
    void signaturesOfUnknownKeysArePassedOver() {
        var note = SignerKey.generate("example.com/foo").sign("A text.\n");

        assertThat(VerifierKey.parse(KEY).hasSigned(note)).isFalse();
    }

    @Test
    void whatAKeySignsIsVerifiedByItsPublicPartAlsoOnceBothWereKept() {
        var key = SignerKey.parse(SignerKey.generate("register/1").lines());
        var checkpoint = new Checkpoint("register/1", 3, new byte[32]);
        var note = SignedNote.parse(key.sign(checkpoint.text()).toString());

        assertThat(VerifierKey.parse(key.verifier().toString()).hasSigned(note)).isTrue();
        assertThat(Checkpoint.parse(note.text())).isEqualTo(checkpoint);
        assertThat(key.toString()).doesNotContain("PRIVATE");
        assertThat(key.named("register/1/2").verifier().hasSigned(note)).isFalse();
    }

    /** The example of C2SP's tlog-cosignature, whose keys it does not tell. */
    @Test
    void aCheckpointWithCosignaturesIsRead() {
        var text = """
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
                """;
        var note = SignedNote.parse(text);

        assertThat(note.signatures()).extracting(SignedNote.Signature::name).endsWith("witness.example.com/w1");
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(20_852_163);
        assertThat(note).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n— name\n",
                "text\n\n— name AAAA\n",
                "text\n\n— name AAAAAAA=",
                "text\n\n- name AAAAAAAA\n",
                "te\u0007xt\n\n— name AAAAAAAA\n"
            })
    void whatIsNoSignedNoteIsRefused(String text) {
        assertThatExceptionOfType(MalformedNoteException.class).isThrownBy(() -> SignedNote.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n1\n", "a\n01\nAAAA\n", "a\n-1\nAAAA\n", "a\n1\nAAAA\n", "\n1\nAAAA\n"})
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatExceptionOfType(MalformedNoteException.class).isThrownBy(() -> Checkpoint.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a+b",
                "a+00000000+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThatExceptionOfType(MalformedNoteException.class).isThrownBy(() -> VerifierKey.parse(text));
    }

    @Test
    void aProofIsReadAsItWasWritten() {
        var note = SignerKey.generate("register").sign(new Checkpoint("register", 2, new byte[32]).text());
        var proof = new TlogProof(new byte[] {1, 2}, 1, List.of(new byte[32]), note);

        assertThat(TlogProof.parse(proof.toString())).hasToString(proof.toString());
        assertThat(proof.toString()).startsWith("c2sp.org/tlog-proof@v1\nextra AQI=\nindex 1\nAAAA");
    }
}
