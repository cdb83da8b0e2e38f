package org.conductregister.web.pages;

import org.conductregister.web.ProblemPage;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@AutoConfiguration
@Import({Assets.class, Navigation.class, Words.class, FieldWords.class})
class PagesAutoConfiguration {

    @Bean
    ProblemPage problemPage(ThymeleafViewResolver views) {
        return new ProblemView(views);
    }

    @Bean
    InvisibleCharactersDialect invisibleCharacters() {
        return new InvisibleCharactersDialect();
    }

    /** Gives the links to our assets, as templates write them, the version of what they lead to. */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> versionedLinks() {
        return new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
    }
}
