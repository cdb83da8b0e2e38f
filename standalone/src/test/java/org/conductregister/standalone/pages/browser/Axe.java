package org.conductregister.standalone.pages.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The checks of axe-core against WCAG 2.2 AA. */
final class Axe {

    private static final String SCRIPT = script();

    private Axe() {}

    /** Returns the faults that are serious or critical: the rule, and where it is broken. */
    static List<String> seriousFaults(Page page) {
        page.evaluate(SCRIPT + ";0");
        var found = (List<?>) page.evaluate("""
                () => axe.run(document, {resultTypes: ['violations']}).then(results => results.violations
                  .filter(each => ['serious', 'critical'].includes(each.impact))
                  .map(each => ({rule: each.id + ': ' + each.help, at: each.nodes.map(node => node.target + ' ' + (node.any[0]?.message ?? '')).join('; ')})))""");
        return found.stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> each.get("rule") + " at " + each.get("at"))
                .toList();
    }

    private static String script() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
