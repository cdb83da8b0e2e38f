package org.conductregister.web.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

class PlainHeadersTest {

    /** As Spring Security has them. */
    private static final Pattern NAME = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    private static final Pattern VALUE = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

    @Test
    void whatIsTakenOfEveryCharacterIsWhatTheFirewallTakes() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            var text = "a" + Character.toString(codePoint) + "b";
            assertThat(PlainHeaders.isName(text))
                    .as("U+%04X", codePoint)
                    .isEqualTo(NAME.matcher(text).matches());
            assertThat(PlainHeaders.isValue(text))
                    .as("U+%04X", codePoint)
                    .isEqualTo(VALUE.matcher(text).matches());
        }
        assertThat(PlainHeaders.isName("")).isTrue();
        assertThat(PlainHeaders.isValue("")).isTrue();
    }

    @Test
    void theFirewallRefusesHeadersAndPathsAsBefore() {
        var request = new MockHttpServletRequest("GET", "/cases");
        request.addHeader("X-Plain", "a\tb");
        request.addHeader("X-Bell", "a\u0007b");
        var let = PlainHeaders.firewall().getFirewalledRequest(request);

        assertThatNoException().isThrownBy(() -> let.getHeader("X-Plain"));
        assertThatExceptionOfType(RequestRejectedException.class).isThrownBy(() -> let.getHeader("X-Bell"));
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> PlainHeaders.firewall()
                        .getFirewalledRequest(new MockHttpServletRequest("GET", "/cases;x=1/C1")));
    }
}
