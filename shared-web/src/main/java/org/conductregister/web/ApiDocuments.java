package org.conductregister.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document; the calls themselves are read off the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDocuments {

    private static final String BASIC = "basic";

    @Bean
    OpenAPI registerApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Conduct Register")
                        .version("v1")
                        .description(
                                "Log facts about police misconduct and complaint cases, and count them as at any day, "
                                        + "as known at any instant.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }
}
