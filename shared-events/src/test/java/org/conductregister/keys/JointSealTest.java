package org.conductregister.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JointSealTest {

    private static final String CASE = "case/KEN-1";
    private static final List<String> SUBJECTS =
            List.of("search/2026-11-28", JointSeal.wordsThatFound(CASE), JointSeal.wordsThatFound("officer/O-1"));

    private final DataKeys keys = TestKeys.newKeys();
    private final JointSeal seal = new JointSeal(keys);
    private final String sealed = seal.seal(SUBJECTS, "7", "Jane Doe");

    @Test
    void aTextOpensWhileAllItsKeysAreThere() {
        assertThat(sealed).doesNotContain("Jane");
        assertThat(seal.open(SUBJECTS, "7", sealed)).isEqualTo("Jane Doe");
    }

    @Test
    void eachOfItsKeysIsTheEndOfIt() {
        for (var subject : SUBJECTS) {
            var own = new JointSeal(TestKeys.newKeys());
            var text = own.seal(SUBJECTS, "7", "Jane Doe");

            own.erase(subject);

            assertThat(own.open(SUBJECTS, "7", text)).as(subject).isNull();
        }
    }

    @Test
    void theErasureOfARecordIsTheEndOfTheWordsThatFoundIt() {
        keys.erase(DataKeys.subjectsOf(CASE), () -> {});

        assertThat(seal.open(SUBJECTS, "7", sealed)).isNull();
    }

    @Test
    void whatIsSealedAfterwardsHasTheNextKey() {
        keys.erase(DataKeys.subjectsOf(CASE), () -> {});

        var later = seal.seal(SUBJECTS, "8", "KEN-1");

        assertThat(seal.open(SUBJECTS, "8", later)).isEqualTo("KEN-1");
        assertThat(seal.open(SUBJECTS, "7", sealed)).isNull();
    }

    @Test
    void aRecordWithoutTextsHasNoneBecauseItWasFound() {
        assertThat(keys.withKeys(Set.of(CASE))).isEmpty();
    }

    @Test
    void aTextOpensInItsPlaceAndForItsSubjectsAlone() {
        assertThatExceptionOfType(KeysUnusableException.class).isThrownBy(() -> seal.open(SUBJECTS, "8", sealed));
        assertThatExceptionOfType(KeysUnusableException.class)
                .isThrownBy(() -> seal.open(SUBJECTS.reversed(), "7", sealed));
        assertThatExceptionOfType(KeysUnusableException.class)
                .isThrownBy(() -> seal.open(SUBJECTS.subList(0, 2), "7", sealed));
        assertThatExceptionOfType(KeysUnusableException.class).isThrownBy(() -> seal.open(SUBJECTS, "7", "nothing"));
    }
}
