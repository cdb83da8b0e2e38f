package org.conductregister.standalone.pages.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Ways through the pages in a real browser, on one register with the sample that all of them share. A test that takes a
 * {@link BrowserSession} is given its own; at its end nothing may have failed in any browser window that it opened.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(Journey.TAG)
@ExtendWith(BrowserExtension.class)
public @interface Journey {

    String TAG = "browser";
}
