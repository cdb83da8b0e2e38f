package org.conductregister.command.sight;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.platform.people.Sight;
import org.conductregister.platform.people.Sights;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.access.Visitor;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers who may not record on all cases, where they open a form on a case that they may not see, as where there is no such
 * case. So a form tells nothing; what is sent without one is decided on by {@link
 * org.conductregister.command.entries.EntryLog}.
 */
@Configuration(proxyBeanMethods = false)
class CaseFormsSight implements WebMvcConfigurer, HandlerInterceptor {

    private final Ledgers ledgers;
    private final Sights sights;
    private final Visitor visitor;

    CaseFormsSight(Ledgers ledgers, Sights sights, Visitor visitor) {
        this.ledgers = ledgers;
        this.sights = sights;
        this.visitor = visitor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/cases/*/log/**", "/cases/*/entries/**", "/cases/*/duplicate");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var person = visitor.person();
        var sight = person == null ? null : sights.recording(person);
        if (sight != null && !sight.isEverything() && !isThere(idIn(request), sight)) {
            throw CommonProblems.PATH_UNKNOWN.exception();
        }
        return true;
    }

    private boolean isThere(String id, Sight sight) {
        try {
            return ledgers.of(new RecordId(RecordKind.CASE, id), sight).version() > 0;
        } catch (IllegalArgumentException noIdentifier) {
            return false;
        }
    }

    private static String idIn(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? String.valueOf(variables.get("id"))
                : "";
    }
}
