package org.conductregister.command.entries.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conductregister.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @Test
    void aVersionIsFoundInItsOwnTag() {
        assertThat(EntityTags.of(7)).isEqualTo("\"7\"");
        assertThat(EntityTags.version(EntityTags.of(7))).isEqualTo(7);
        assertThat(EntityTags.version(" \"0\" ")).isZero();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", " * "})
    void anyVersionWillDo(String ifMatch) {
        assertThat(EntityTags.version(ifMatch)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "\"x\"", "\"-1\"", "W/\"7\"", "\"7\", \"8\"", "\"1234567890123456789\""})
    void whatIsNoTagOfOursIsRefused(String ifMatch) {
        assertThatThrownBy(() -> EntityTags.version(ifMatch))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(400);
                    assertThat(refused.problem().code()).isEqualTo("IF_MATCH_INVALID");
                });
    }
}
