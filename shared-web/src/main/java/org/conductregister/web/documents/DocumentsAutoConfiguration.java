package org.conductregister.web.documents;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Map;
import org.conductregister.web.CommonProblems;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;

/** The head of the API document, and what all calls in it share. */
@AutoConfiguration(afterName = "org.conductregister.web.access.provider.ProviderAutoConfiguration")
class DocumentsAutoConfiguration {

    private static final String ABOUT = """
        Log facts about police misconduct and complaint cases, and count them as at any day, as known at any instant.

        Days are `YYYY-MM-DD`, in Europe/London; instants are ISO 8601, in UTC. A value that is not stated is left out,
        never null. A call that is refused is answered with a problem document (RFC 9457): programs decide by its
        `code`, which never changes; `detail` is a sentence for a person. Beside the codes that a call lists, any call
        may be answered with `NOT_FOUND` (404, the path is wrong), `METHOD_NOT_ALLOWED` (405, see `Allow`) or
        `REQUEST_INVALID` (400, it is not HTTP).\
        """;

    @Bean
    OpenAPI registerApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Conduct Register")
                        .version("v1")
                        .description(ABOUT)
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .addServersItem(new Server().url("/").description("Where this document is"))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("A user name and password.")))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    OpenApiCustomizer commonAnswers() {
        return new CommonAnswers();
    }

    @Bean
    OpenApiCustomizer describedLast(ObjectProvider<DescribedLast> all) {
        return api -> all.forEach(each -> each.describe(api));
    }

    @Bean
    OpenApiCustomizer inOrder() {
        return new Ordering();
    }

    /** Where tokens of an identity provider are taken too. */
    @Bean
    @ConditionalOnBean(type = "org.springframework.security.oauth2.jwt.JwtDecoder")
    OpenApiCustomizer bearerTokens() {
        return api -> {
            api.getComponents()
                    .addSecuritySchemes(
                            "bearer",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .bearerFormat("JWT")
                                    .description("A token of the organisation's identity provider."));
            api.addSecurityItem(new SecurityRequirement().addList("bearer"));
            var away = CommonProblems.PROVIDER_UNAVAILABLE;
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(call -> DescribedCall.of(call)
                            .refuses(HttpStatus.valueOf(away.status()), Map.of(away.code(), away.detail())));
        };
    }
}
