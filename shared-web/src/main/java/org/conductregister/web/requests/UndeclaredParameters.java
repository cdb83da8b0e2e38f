package org.conductregister.web.requests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.conductregister.web.ProblemException;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that a call of the API does not declare, and a single-valued one that is repeated: ignored,
 * they would be answered as if something else had been asked. What a call declares is read off its method.
 */
public final class UndeclaredParameters implements HandlerInterceptor {

    UndeclaredParameters() {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !readsItsOwn(method)) {
            var faults = faults(request.getParameterMap(), declared(method));
            if (!faults.isEmpty()) {
                throw refusal(faults);
            }
        }
        return true;
    }

    /** Returns the words for a parameter that there is not. */
    public static String unknown(String name, Collection<String> known) {
        return "is not a parameter of this call" + SimilarNames.question(name, known);
    }

    /** Returns the parameters that a method declares as {@link RequestParam}, each with whether it may be repeated. */
    public static Map<String, Boolean> declared(HandlerMethod method) {
        var declared = new LinkedHashMap<String, Boolean>();
        for (var parameter : method.getMethodParameters()) {
            var annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                declared.put(nameOf(parameter, annotation), isRepeatable(parameter));
            }
        }
        return declared;
    }

    private static String nameOf(MethodParameter parameter, RequestParam annotation) {
        if (!annotation.name().isEmpty()) {
            return annotation.name();
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return String.valueOf(parameter.getParameterName());
    }

    private static boolean isRepeatable(MethodParameter parameter) {
        return parameter.getParameterType().isArray()
                || Collection.class.isAssignableFrom(parameter.getParameterType());
    }

    private static boolean readsItsOwn(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType().isAnnotationPresent(ReadsParameters.class));
    }

    private static List<Item> faults(Map<String, String[]> given, Map<String, Boolean> declared) {
        var faults = new ArrayList<Item>();
        new TreeMap<>(given).forEach((name, values) -> {
            var repeatable = declared.get(name);
            if (repeatable == null) {
                faults.add(Item.ofParameter(name, unknown(name, declared.keySet())));
            } else if (!repeatable && values.length > 1) {
                faults.add(Item.ofParameter(name, "must not be given more than once"));
            }
        });
        return faults;
    }

    private static ProblemException refusal(List<Item> faults) {
        var words = faults.stream()
                .map(fault -> fault.parameter() + " " + fault.detail())
                .toList();
        return Problem.of(HttpStatus.BAD_REQUEST, "PARAMETER_INVALID", String.join("; ", words), faults)
                .exception();
    }
}
