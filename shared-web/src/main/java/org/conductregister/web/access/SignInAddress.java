package org.conductregister.web.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The address of the page on which people sign in, and of the page to which they go on afterwards. */
public final class SignInAddress {

    public static final String PATH = "/sign-in";

    /** The parameter with the address to go on to. */
    public static final String ON = "to";

    private SignInAddress() {}

    /** Whether an address is one of this register: what follows the sign-in must not be a way out of it. */
    public static boolean isOurs(@Nullable String to) {
        return to != null
                && to.startsWith("/")
                && !to.startsWith("//")
                && to.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }

    /** Returns the page's address, from where one goes on to another; that of the start page goes without saying. */
    public static String leadingTo(@Nullable String to) {
        return isOurs(to) && !"/".equals(to) ? PATH + "?" + ON + "=" + encoded(to) : PATH;
    }

    /**
     * Returns the page's address with a word that says what happened, such as {@code failed}.
     *
     * @param to where to go on to; null for the start page
     */
    public static String saying(String word, @Nullable String to) {
        return PATH + "?" + word + (isOurs(to) ? "&" + ON + "=" + encoded(to) : "");
    }

    private static String encoded(@Nullable String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
