package org.conductregister.query.analysts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.conductregister.web.pages.LeastCount;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Limits what analysts are told, on pages and in the API alike, before their questions are looked at. */
@Configuration(proxyBeanMethods = false)
class AnalystLimits implements WebMvcConfigurer, HandlerInterceptor {

    private final AnalystReader reader;
    private final AnalystProperties settings;
    private final AnalystTables tables;

    AnalystLimits(AnalystReader reader, AnalystProperties settings, AnalystTables tables) {
        this.reader = reader;
        this.settings = settings;
        this.tables = tables;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/",
                        "/overview/**",
                        "/statistics/**",
                        "/api/v1/statistics",
                        "/api/v1/statistics/**",
                        "/api/v1/publications",
                        "/api/v1/publications/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (reader.isProtected()) {
            LeastCount.set(settings.threshold());
        }
        tables.refuseTooFine(name -> {
            var given = request.getParameterValues(name);
            return given == null ? List.of() : List.of(given);
        });
        return true;
    }
}
