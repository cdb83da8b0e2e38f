package org.conductregister.query.pointintime;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conductregister.eventstore.EventLog;
import org.conductregister.platform.ReadPriority;
import org.conductregister.platform.RegisterDay;
import org.conductregister.query.tabular.http.RequestedFormat;
import org.conductregister.web.pages.PageInstant;
import org.conductregister.web.requests.UndeclaredParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers their {@link Parameters} and {@link AskedTimes}. */
@Configuration(proxyBeanMethods = false)
public class ReadParameters implements WebMvcConfigurer {

    private final Clock clock;
    private final LogEnd log;

    ReadParameters(Clock clock, LogEnd log) {
        this.clock = clock;
        this.log = log;
    }

    @Bean
    static LogEnd logEnd(EventLog log, ReadPriority reads) {
        return new LogEnd() {
            @Override
            public long position() {
                reads.read();
                return log.lastPosition();
            }

            @Override
            public Instant latestBeside() {
                return log.latestBeside();
            }
        };
    }

    /** For reads that take further parameters: faults are left to {@link Parameters#refuseFaults}. */
    public AskedTimes times(Parameters parameters) {
        var asAt = parameters.day("asAt");
        var knownAt = knownAt(parameters);
        long atLeast = parameters.number("atLeast", 0, 0, Long.MAX_VALUE);
        return AskedTimes.of(
                asAt == null ? RegisterDay.by(clock) : asAt, knownAt == null ? PointInTime.NOW : knownAt, atLeast, log);
    }

    /** As {@link #times}, for reads of several days: {@code asAt} is refused. */
    public AskedTimes timesOfDays(Parameters parameters) {
        if (parameters.text("asAt") != null) {
            parameters.fault("asAt", "does not go with the days from and to; leave it out");
        }
        var knownAt = knownAt(parameters);
        long atLeast = parameters.number("atLeast", 0, 0, Long.MAX_VALUE);
        return AskedTimes.of(RegisterDay.by(clock), knownAt == null ? PointInTime.NOW : knownAt, atLeast, log);
    }

    /** Labels in the answer are as known then, too. */
    private static @Nullable Instant knownAt(Parameters parameters) {
        var knownAt = parameters.instant("knownAt");
        if (knownAt != null) {
            PageInstant.set(knownAt);
        }
        return knownAt;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver());
    }

    private final class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == AskedTimes.class || parameter.getParameterType() == Parameters.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var parameters = new Parameters(valuesOf(request));
            readFormat(parameter, parameters, request);
            if (parameter.getParameterType() == Parameters.class) {
                return parameters;
            }
            var times = times(parameters);
            parameters.know(UndeclaredParameters.declared(methodOf(parameter)).keySet());
            parameters.refuseUnknown();
            parameters.refuseFaults();
            return times;
        }

        private static void readFormat(MethodParameter parameter, Parameters parameters, NativeWebRequest request) {
            var asked = request.getNativeRequest(HttpServletRequest.class);
            if (asked != null && RequestedFormat.has(methodOf(parameter))) {
                var fault = RequestedFormat.choose(asked, parameters.text(RequestedFormat.PARAMETER));
                if (fault != null) {
                    parameters.fault(RequestedFormat.PARAMETER, fault);
                }
            }
        }

        private static HandlerMethod methodOf(MethodParameter parameter) {
            return new HandlerMethod(parameter.getContainingClass(), Objects.requireNonNull(parameter.getMethod()));
        }

        private static Map<String, List<String>> valuesOf(NativeWebRequest request) {
            var values = new LinkedHashMap<String, List<String>>();
            request.getParameterMap().forEach((name, given) -> values.put(name, Arrays.asList(given)));
            return values;
        }
    }
}
