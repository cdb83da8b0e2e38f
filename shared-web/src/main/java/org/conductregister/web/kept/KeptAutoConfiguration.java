package org.conductregister.web.kept;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.conductregister.web.sessions.SessionContextRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@AutoConfiguration
class KeptAutoConfiguration {

    @Bean
    KeptForms keptForms(Clock clock) {
        return new KeptForms(clock);
    }

    @Bean
    AnsweredPosts answeredPosts(SessionContextRepository sessions, Clock clock) {
        return new AnsweredPosts(sessions, clock);
    }

    @Bean
    TypedAgain typedAgain(
            KeptForms forms,
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<ThymeleafViewResolver> views) {
        return new TypedAgain(forms, mappings, views);
    }

    /** Both stand in the chain of the security filters, and nowhere else. */
    @Bean
    FilterRegistrationBean<AnsweredPosts> answeredPostsInTheChainAlone(AnsweredPosts filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<TypedAgain> typedAgainInTheChainAlone(TypedAgain filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    WebMvcConfigurer prefilledForms() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PrefilledValues());
            }
        };
    }

    private static final class PrefilledValues implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return TypedAgain.isFilledIn(parameter);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var values = new LinkedMultiValueMap<String, String>();
            if (request.getAttribute(TypedAgain.VALUES, RequestAttributes.SCOPE_REQUEST) instanceof Map<?, ?> typed) {
                typed.forEach(
                        (name, all) -> ((List<?>) all).forEach(value -> values.add((String) name, (String) value)));
            } else {
                request.getParameterMap().forEach((name, all) -> values.put(name, Arrays.asList(all)));
            }
            return values;
        }
    }
}
