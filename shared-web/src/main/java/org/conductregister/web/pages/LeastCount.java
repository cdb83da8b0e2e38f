package org.conductregister.web.pages;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The least count that the page of the present request tells: smaller ones, but for none, are told as fewer than it. */
public final class LeastCount {

    private static final String ATTRIBUTE = LeastCount.class.getName();

    private LeastCount() {}

    /** Says that the page tells no smaller count. */
    public static void set(int threshold) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, threshold, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Whether a count, or a difference of counts, is not told. */
    public static boolean hides(long count) {
        return count != 0 && Math.abs(count) < threshold();
    }

    /** Whether the request is of somebody who is not told small counts. */
    public static boolean isSet() {
        return threshold() > 0;
    }

    /** Whether any count of a row is not told, so that what is derived from it, such as a median or a rate, is not told either. */
    public static boolean hidesAny(Collection<? extends @Nullable Object> cells) {
        return cells.stream().anyMatch(cell -> cell instanceof Long count && hides(count));
    }

    /** Returns the words in the place of a count that is not told. */
    public static String words() {
        return "fewer than " + threshold();
    }

    private static int threshold() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Integer least
                ? least
                : 0;
    }
}
