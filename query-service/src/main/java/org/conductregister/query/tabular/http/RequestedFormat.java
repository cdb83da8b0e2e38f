package org.conductregister.query.tabular.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.conductregister.query.tabular.TableFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The parameter {@code format} of calls that answer with tables. It goes before what the request accepts, for links cannot say
 * what they accept; where the request does not accept it at all, that is refused.
 */
public final class RequestedFormat {

    public static final String PARAMETER = "format";

    private static final String JSON = "json";
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
        if (word.equals(JSON)) {
            write(request, MediaType.APPLICATION_JSON);
            return null;
        }
        for (var format : TableFormat.values()) {
            if (format.word().equals(word)) {
                request.setAttribute(NAMED, format);
                write(request, format.type());
                return null;
            }
        }
        return "must be one of " + String.join(", ", words());
    }

    private static void write(HttpServletRequest request, MediaType type) {
        request.setAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE, Set.of(type));
    }

    /** Returns the words that the parameter may be. */
    static List<String> words() {
        return Stream.concat(
                        Stream.of(JSON), Arrays.stream(TableFormat.values()).map(TableFormat::word))
                .toList();
    }

    /** Whether the format was named by the parameter: then the answer is a file for a person. */
    static boolean isNamed(HttpServletRequest request) {
        return request.getAttribute(NAMED) != null;
    }
}
