package org.conductregister.platform;

import static java.util.Objects.requireNonNull;

import java.security.Principal;
import org.conductregister.platform.people.Sight;
import org.conductregister.platform.people.Sights;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller method the {@link Provenance} of the call it answers. */
final class ProvenanceArgument implements HandlerMethodArgumentResolver {

    private final ObjectProvider<Sights> sights;

    ProvenanceArgument(ObjectProvider<Sights> sights) {
        this.sights = sights;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Provenance.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Principal user = request.getUserPrincipal();
        if (user == null) {
            throw new AccessDeniedException("Nobody is signed in to record anything");
        }
        var correlationId = (String) request.getAttribute(CorrelationFilter.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        var id = requireNonNull(correlationId, "the filter has given it to each request");
        return new Provenance(user.getName(), id, sightOf(user));
    }

    private Sight sightOf(Principal user) {
        var person = user instanceof Authentication who ? Sights.personOf(who.getPrincipal()) : null;
        return person == null ? Sight.EVERYTHING : sights.getObject().recording(person);
    }
}
