package org.conductregister.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.conductregister.standalone.pages.browser.BrowserUser;

/** Text that would do something, were it taken for anything but text. */
final class HostileText {

    /** Quotes, markup, a template's expression and a script, as one may type them into any field. */
    static final String TEXT = "'\"><img src=x onerror=\"hacked=1\"><script>hacked=1</script>[[${7*6}]]{{7*6}}";

    private HostileText() {}

    /** In the page as it stands now. */
    static void didNothing(BrowserUser visitor) {
        assertThat(visitor.page().evaluate("() => 'hacked' in window")).isEqualTo(false);
        assertThat(visitor.page().locator("img[src=x]").count()).isZero();
    }
}
