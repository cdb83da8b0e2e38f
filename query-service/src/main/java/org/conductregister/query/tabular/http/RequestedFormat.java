package org.conductregister.query.tabular.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.conductregister.query.tabular.TableFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The parameter {@code format} of calls that answer with tables. It goes before what the request accepts, for links cannot say
 * what they accept; where the request does not accept it at all, that is refused.
 */
public final class RequestedFormat {

    public static final String PARAMETER = "format";

    private static final String NAMED = RequestedFormat.class.getName();

    private RequestedFormat() {}

    /** Whether a call has the parameter. */
    public static boolean has(HandlerMethod method) {
        return ResolvableType.forMethodReturnType(method.getMethod()).resolve() == Tabular.class;
    }

    /**
     * Has the answer written in the format named.
     *
     * @return what is wrong with the word; null where nothing is
     */
    public static @Nullable String choose(HttpServletRequest request, @Nullable String word) {
        if (word == null) {
            return null;
        }
        var format = Arrays.stream(TableFormat.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
        if (format.isEmpty()) {
            return "must be one of "
                    + Arrays.stream(TableFormat.values()).map(TableFormat::word).collect(Collectors.joining(", "));
        }
        request.setAttribute(NAMED, format.get());
        request.setAttribute(
                HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE,
                Set.of(format.get().type()));
        return null;
    }

    /** Whether the format was named by the parameter: then the answer is a file for a person. */
    static boolean isNamed(HttpServletRequest request) {
        return request.getAttribute(NAMED) != null;
    }
}
