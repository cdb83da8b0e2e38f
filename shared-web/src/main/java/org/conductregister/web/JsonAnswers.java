package org.conductregister.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps answers to JSON, and to what a call says it writes besides. A library that writes the API document can write YAML
 * too, and Spring would use it for every answer, in which days became arrays of numbers.
 */
class JsonAnswers implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(JsonAnswers::withoutYaml);
    }

    private static void withoutYaml(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(converter -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML));
    }
}
