package org.conductregister.web.access.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.conductregister.platform.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

class ProviderPropertiesTest {

    @Test
    void whatIsNotSetIsAsStrictAsCanBe() {
        var settings = Settings.with(Map.of());

        assertThat(settings.algorithms())
                .containsExactlyInAnyOrder(
                        SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);
        assertThat(settings.clockSkew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.roles()).containsEntry(Role.ADMIN, List.of("ADMIN")).hasSize(4);
        assertThat(settings.addressOf("/signed-out")).isEqualTo("https://register.example.org/signed-out");
        assertThat(settings.toString()).doesNotContain("a secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            issuer        | http://login.example.org        | must begin with https://
            issuer        | ''                              | is missing
            address       | http://register.example.org     | must begin with https://
            address       | https://register.example.org/x  | must have no path
            client-secret | ' '                             | is missing
            audience      | register-pages                  | must differ from client-id
            clock-skew    | 3m                              | must be 0 to 2 minutes
            clock-skew    | -1s                             | must be 0 to 2 minutes
            scopes        | profile                         | must have openid
            algorithms    | HS256                           | HS256
            algorithms    | none                            | none
            """)
    void whatWouldNotBeSafeIsRefusedWithItsName(String name, String value, String fault) {
        assertThatThrownBy(() -> Settings.with(Map.of(name, value))).rootCause().hasMessageContaining(fault);
    }

    @Test
    void aProviderOnThisMachineNeedsNoCertificate() {
        assertThat(Settings.with(Map.of("issuer", "http://127.0.0.1:1", "address", "http://localhost:8080"))
                        .isSecure())
                .isFalse();
    }
}
