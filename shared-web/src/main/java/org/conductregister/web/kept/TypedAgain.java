package org.conductregister.web.kept;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Shows what was typed before the session ended: in its form, where the form can be filled in, else as a list from which it can
 * be sent now. It stands behind the check of who may what.
 */
public final class TypedAgain extends OncePerRequestFilter {

    static final String VALUES = TypedAgain.class.getName();

    private final KeptForms forms;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ObjectProvider<ThymeleafViewResolver> views;

    TypedAgain(
            KeptForms forms,
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<ThymeleafViewResolver> views) {
        this.forms = forms;
        this.mappings = mappings;
        this.views = views;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                || KeptForms.parameter(request, KeptForms.KEY).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        var form = who == null ? null : forms.askedFor(request, who.getName()).orElse(null);
        if (form == null) {
            chain.doFilter(request, response);
        } else if (canBeFilledIn(request)) {
            request.setAttribute(VALUES, form.values());
            chain.doFilter(request, response);
        } else {
            list(form, request, response);
        }
    }

    private boolean canBeFilledIn(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        return mappings.stream().anyMatch(mapping -> {
            try {
                HandlerExecutionChain handling = mapping.getHandler(request);
                return handling != null
                        && handling.getHandler() instanceof HandlerMethod method
                        && Arrays.stream(method.getMethodParameters()).anyMatch(TypedAgain::isFilledIn);
            } catch (Exception none) { // as the interface declares: the path is of no form that is shown by itself
                return false;
            }
        });
    }

    static boolean isFilledIn(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Prefilled.class);
    }

    private void list(KeptForms.Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        try {
            requireNonNull(views.getObject().resolveViewName("typed", Locale.UK), "a template of that name is there")
                    .render(Map.of("path", form.path(), "values", form.values()), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // as the interface of views declares
            throw new IllegalStateException("The page of what was typed cannot be made", e);
        }
    }
}
