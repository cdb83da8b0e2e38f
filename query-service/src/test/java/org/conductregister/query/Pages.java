package org.conductregister.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

/** The pages as somebody's browser gets them, without the browser: real templates, real security. */
public record Pages(MockMvcTester http, String user) {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** A page as it was answered. */
    public record Page(int status, String html) {

        /** Returns the text to be read on it, from its first heading to its footer, with single spaces. */
        public String text() {
            var main = html.substring(Math.max(0, html.indexOf("<main")), end());
            var read = TAG.matcher(main.replaceAll("(?s)<(script|style|option)\\b.*?</\\1>", " "))
                    .replaceAll(" ");
            return HtmlUtils.htmlUnescape(read).replaceAll("\\s+", " ");
        }

        /** Returns the options of its lists. */
        public List<String> options() {
            return all("<option[^>]*>([^<]*)</option>");
        }

        /** Where its links and forms lead to. */
        public List<String> links() {
            return all("(?:href|action)=\"([^\"]*)\"");
        }

        public List<String> all(String pattern) {
            return Pattern.compile(pattern)
                    .matcher(html)
                    .results()
                    .map((MatchResult result) -> HtmlUtils.htmlUnescape(result.group(1)))
                    .toList();
        }

        private int end() {
            int main = html.indexOf("</main>");
            return main < 0 ? html.length() : main;
        }
    }

    public Page open(String path, Object... variables) {
        var answer = http.get()
                .uri(path, variables)
                .with(httpBasic(user, "open sesame"))
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .getResponse();
        return new Page(answer.getStatus(), new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    /** A page that there is. */
    public Page see(String path, Object... variables) {
        var page = open(path, variables);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page;
    }

    /** A page that this user is told not to open, in words. */
    public void mayNot(String path, Object... variables) {
        var page = open(path, variables);
        assertThat(page.status()).as(path).isEqualTo(403);
        assertThat(page.text()).contains("You may not do that", "You are signed in as " + user);
    }
}
