package org.conductregister.command.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.conductregister.command.imports.files.ImportFiles.Kept;
import org.conductregister.platform.people.Sights;
import org.conductregister.web.access.Visitor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whose imports a person sees: who may see all cases, all; others those that they have sent themselves. The lines of a file are
 * of cases, and may name anybody.
 */
@Configuration(proxyBeanMethods = false)
public class ImportSight implements WebMvcConfigurer, HandlerInterceptor {

    private final ObjectProvider<Imports> imports;
    private final Sights sights;
    private final Visitor visitor;

    ImportSight(ObjectProvider<Imports> imports, Sights sights, Visitor visitor) {
        this.imports = imports;
        this.sights = sights;
        this.visitor = visitor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/imports/*/**", "/imports/*/**");
    }

    /** Whether the person for whom the present thread answers sees an import. */
    public boolean sees(Kept kept) {
        var person = visitor.person();
        return person == null
                || sights.reading(person).isEverything()
                || kept.upload().recordedBy().equals(person.id());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("importId") instanceof String id) {
            try {
                var kept = imports.getObject().kept(UUID.fromString(id));
                if (kept.isPresent() && !sees(kept.get())) {
                    throw ImportProblems.unknown();
                }
            } catch (IllegalArgumentException noIdentifier) {
                return true; // which the controller refuses
            }
        }
        return true;
    }
}
