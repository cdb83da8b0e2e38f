package org.conductregister.web.requests;

import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Has the firewall of Spring Security look through names and values of headers character by character. By itself it matches a regular
 * expression each time that anything asks for a header, which is some twenty times a request.
 */
final class PlainHeaders {

    private PlainHeaders() {}

    /** Returns the firewall with all that it refuses by itself. */
    static StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(PlainHeaders::isName);
        firewall.setAllowedHeaderValues(PlainHeaders::isValue);
        return firewall;
    }

    /** Whether all characters are assigned and none is a control character. */
    static boolean isName(String name) {
        return isPrintableAscii(name) || name.codePoints().allMatch(PlainHeaders::isPlain);
    }

    /** The same, but that tabs may stand in a value. */
    static boolean isValue(String value) {
        return isPrintableAscii(value) || value.codePoints().allMatch(each -> each == '\t' || isPlain(each));
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int codePoint) {
        return Character.isDefined(codePoint) && !Character.isISOControl(codePoint);
    }
}
