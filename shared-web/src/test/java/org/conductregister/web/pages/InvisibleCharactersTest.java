package org.conductregister.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class InvisibleCharactersTest {

    private static final String SPAN = "<span class=\"register-invisible\" title=\"An invisible character\">";

    private final SpringTemplateEngine pages = new SpringTemplateEngine();

    InvisibleCharactersTest() {
        pages.setTemplateResolver(new StringTemplateResolver());
        pages.addDialect(new InvisibleCharactersDialect());
    }

    @Test
    void aTextThatTurnsTheDirectionOfWhatFollowsIsShownAsSuch() {
        assertThat(page("<p th:text=\"${text}\"></p>", "PC \u202E321\u202C <b>"))
                .isEqualTo("<p>PC " + SPAN + "U+202E</span>321" + SPAN + "U+202C</span> &lt;b&gt;</p>");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x00AD, 0x200B, 0x200E, 0x061C, 0x2028, 0x2060, 0x2066, 0x2069, 0xFEFF, 0x3164, 0xE0041, 0x85, 0x1B
            })
    void whatCannotBeSeenIsShownByItsCode(int character) {
        assertThat(InvisibleCharacters.shown("a" + Character.toString(character) + "b", "[", "]"))
                .isEqualTo("a[U+%04X]b".formatted(character));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Núñez – “O’Brien”",
                "two\nlines\tand a tab",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                "❤\uFE0F",
                "עברית"
            })
    void whatIsWrittenSoStays(String text) {
        assertThat(InvisibleCharacters.shown(text, "[", "]")).isEqualTo(text);
    }

    @Test
    void aJoinerBetweenLatinLettersIsShown() {
        assertThat(InvisibleCharacters.shown("a\u200Db", "[", "]")).isEqualTo("a[U+200D]b");
    }

    @Test
    void titlesAndOptionsHaveNoMarkupAndFieldsKeepWhatIsSentAgain() {
        assertThat(page("<title th:text=\"${text}\"></title>", "a\u200Bb")).isEqualTo("<title>a[U+200B]b</title>");
        assertThat(page("<option>[[${text}]]</option>", "a\u200Bb")).isEqualTo("<option>a[U+200B]b</option>");
        assertThat(page("<textarea th:text=\"${text}\"></textarea>", "a\u200Bb"))
                .isEqualTo("<textarea>a\u200Bb</textarea>");
        assertThat(page("<input th:value=\"${text}\">", "a\u200Bb")).isEqualTo("<input value=\"a\u200Bb\">");
    }

    private String page(String template, String text) {
        return pages.process(template, new Context(Locale.UK, Map.of("text", text)));
    }
}
