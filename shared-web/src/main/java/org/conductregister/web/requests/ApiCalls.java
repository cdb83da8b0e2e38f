package org.conductregister.web.requests;

import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Applies the rules that hold for every call of the API, whichever controller answers it. */
@Configuration(proxyBeanMethods = false)
class ApiCalls implements WebMvcConfigurer {

    /** Forms that libraries on the class path would add; none of them writes days and enums as the contract has them. */
    private static final Set<String> NEVER_WRITTEN = Set.of("yaml", "x-yaml", "cbor", "x-jackson-smile", "xml");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AcceptableAnswers()).addPathPatterns("/api/**");
        registry.addInterceptor(new UndeclaredParameters()).addPathPatterns("/api/**");
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(all -> all.removeIf(ApiCalls::isNeverWritten));
    }

    private static boolean isNeverWritten(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream().anyMatch(type -> NEVER_WRITTEN.contains(type.getSubtype()));
    }
}
