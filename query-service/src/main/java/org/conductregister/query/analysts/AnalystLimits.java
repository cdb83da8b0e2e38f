package org.conductregister.query.analysts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Stream;
import org.conductregister.web.pages.LeastCount;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses tables whose dimensions or days tell an analyst too much, by what is asked for, on pages and in the API alike. */
@Configuration(proxyBeanMethods = false)
class AnalystLimits implements WebMvcConfigurer, HandlerInterceptor {

    private final AnalystReader reader;
    private final AnalystProperties settings;

    AnalystLimits(AnalystReader reader, AnalystProperties settings) {
        this.reader = reader;
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/", "/overview/**", "/statistics/**", "/api/v1/statistics", "/api/v1/statistics/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (reader.isProtected()) {
            LeastCount.set(settings.threshold());
        }
        if (reader.isLimited()) {
            refuseDimensions(request);
            refuseDays(request, "reported");
            refuseDays(request, "referred");
        }
        return true;
    }

    private void refuseDimensions(HttpServletRequest request) {
        long asked = values(request, "groupBy").count();
        if (asked > settings.dimensions()) {
            throw TableTooFine.ofDimensions(Math.toIntExact(asked), settings.dimensions());
        }
    }

    private static Stream<String> values(HttpServletRequest request, String name) {
        var given = request.getParameterValues(name);
        return given == null
                ? Stream.empty()
                : Arrays.stream(given)
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .distinct();
    }

    private void refuseDays(HttpServletRequest request, String moment) {
        var from = day(request, moment + "From");
        var to = day(request, moment + "To");
        var end = to == null ? day(request, "asAt") : to;
        if (from == null || end == null || end.isBefore(from)) {
            return;
        }
        long days = ChronoUnit.DAYS.between(from, end) + 1;
        if (days < settings.days()) {
            throw TableTooFine.ofDays(moment, days, settings.days());
        }
    }

    /** The day that a parameter states; null where it states none, which whoever answers refuses. */
    private static @Nullable LocalDate day(HttpServletRequest request, String name) {
        var text = request.getParameter(name);
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
