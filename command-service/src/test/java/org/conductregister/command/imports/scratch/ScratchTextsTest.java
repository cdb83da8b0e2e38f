package org.conductregister.command.imports.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At random against lists by key. */
class ScratchTextsTest {

    @TempDir
    private Path directory;

    @Test
    void keepsTextsByKeyInTheOrderAdded() throws IOException {
        var random = new Random(13);
        var model = new LinkedHashMap<String, List<String>>();
        try (var texts = new ScratchTexts(directory)) {
            for (int i = 0; i < 30_000; i++) {
                var key = "case/K-" + random.nextInt(4_000) + "é".repeat(random.nextInt(3));
                var text = "x".repeat(i == 7 ? 2_000_000 : random.nextInt(300)) + i;
                model.computeIfAbsent(key, first -> new ArrayList<>()).add(text);
                texts.add(key, text.getBytes(StandardCharsets.UTF_8));
                if (i % 1_000 == 0) {
                    assertThat(of(texts, key)).isEqualTo(model.get(key));
                }
            }
            model.forEach((key, expected) -> assertThat(of(texts, key)).isEqualTo(expected));
            assertThat(texts.size()).isEqualTo(model.size());
            assertThat(texts.has("case/K-4000")).isFalse();
            assertThat(texts.of("case/K-4000")).isEmpty();
            assertThat(keys(texts)).containsExactlyElementsOf(model.keySet());
        }
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    private static List<String> of(ScratchTexts texts, String key) {
        return texts.of(key).stream()
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> keys(ScratchTexts texts) throws IOException {
        var all = new ArrayList<String>();
        var keys = texts.keys();
        for (var key = keys.next(); key != null; key = keys.next()) {
            all.add(key);
            texts.of(key); // may be read meanwhile
        }
        return all;
    }
}
