package org.conductregister.standalone.pages.browser;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.conductregister.standalone.Api;

/** Where one journey is played: opens windows for its people, each with cookies of their own. */
public final class BrowserSession {

    private final Browser browser;
    private final String address;
    private final Api api;
    private final String password;
    private final List<BrowserUser> visitors = new ArrayList<>();

    /** Opens windows on a register, whose users have all the same password. */
    public BrowserSession(Browser browser, String address, Api api, String password) {
        this.browser = browser;
        this.address = address;
        this.api = api;
        this.password = password;
    }

    /** Somebody who has just signed in, and sees the start page. */
    public BrowserUser signIn(String user) {
        return signIn(user, options -> options);
    }

    /**
     * Signs a user in, in a browser window of its own.
     *
     * @param with what is special about the browser, such as no JavaScript
     */
    public BrowserUser signIn(String user, UnaryOperator<Browser.NewContextOptions> with) {
        var visitor = nobody(with);
        visitor.open("/sign-in");
        visitor.signIn(user, password);
        return visitor;
    }

    /** Somebody who has not signed in, with an empty window. */
    public BrowserUser nobody() {
        return nobody(options -> options);
    }

    private BrowserUser nobody(UnaryOperator<Browser.NewContextOptions> with) {
        var options = new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setViewportSize(1280, 900);
        var visitor = new BrowserUser(browser.newContext(with.apply(options)));
        visitors.add(visitor);
        return visitor;
    }

    /** The same register as programs see it. */
    public Api api() {
        return api;
    }

    public String password() {
        return password;
    }

    /** Closes the windows; where the journey passed, nothing may have failed in them. */
    public void leave(boolean passed) {
        try {
            if (passed) {
                visitors.forEach(BrowserUser::nothingFailed);
            }
        } finally {
            visitors.forEach(BrowserUser::leave);
        }
    }
}
