package org.conductregister.web.pages;

import org.jspecify.annotations.Nullable;

/** One option of a select, radios or checkboxes. */
public record Option(String value, String text, @Nullable String hint) {

    public Option(String value, String text) {
        this(value, text, null);
    }
}
