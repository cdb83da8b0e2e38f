package org.conductregister.web.kept;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conductregister.web.PageRequest;
import org.conductregister.web.RequestedPath;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Keeps what was typed into forms that could not be taken: their session had ended, or their token was of an earlier one. It is for
 * the user of that session alone. Files are not kept, nor passwords. Thread-safe.
 */
public final class KeptForms {

    static final String KEY = "typed";

    /** Forms with passwords. */
    private static final List<String> WITH_PASSWORDS = List.of("/account", "/users", "/sign-in");

    private static final String TOKEN = "_csrf";

    private final KeptForUsers<Form> forms;

    KeptForms(Clock clock) {
        this.forms = new KeptForUsers<>(clock);
    }

    /**
     * A form as it was sent.
     *
     * @param path where to
     * @param values in their order, without the form's token
     */
    record Form(String path, Map<String, List<String>> values) {

        private long bytes() {
            return values.entrySet().stream()
                    .mapToLong(entry -> entry.getKey().length()
                            + entry.getValue().stream()
                                    .mapToLong(value -> value.getBytes(StandardCharsets.UTF_8).length)
                                    .sum())
                    .sum();
        }

        @Override
        public String toString() {
            return "Form[%s]".formatted(path);
        }
    }

    /**
     * Keeps a form that somebody sent.
     *
     * @return the address at which it is shown again; empty where it is no form that can be kept
     */
    public Optional<String> keep(HttpServletRequest request, UserDetails user) {
        var path = RequestedPath.asSent(request);
        if (!isForm(request) || WITH_PASSWORDS.stream().anyMatch(RequestedPath.of(request)::startsWith)) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, given) -> {
            if (!name.equals(TOKEN)) {
                values.put(name, List.copyOf(Arrays.asList(given)));
            }
        });
        var form = new Form(path, values);
        return forms.keep(user.getUsername(), form, form.bytes()).map(key -> path + "?" + KEY + "=" + key);
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return HttpMethod.POST.matches(request.getMethod())
                && PageRequest.is(request)
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** Returns the form that a request asks to be shown again. */
    Optional<Form> askedFor(HttpServletRequest request, String user) {
        return parameter(request, KEY)
                .flatMap(key -> forms.of(user, key))
                .filter(form -> form.path().equals(RequestedPath.asSent(request)));
    }

    /** Returns a parameter of the address, without a look at the body. */
    static Optional<String> parameter(HttpServletRequest request, String name) {
        var query = request.getQueryString();
        return query == null || !query.contains(name + "=")
                ? Optional.empty()
                : Optional.ofNullable(UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .getFirst(name));
    }
}
