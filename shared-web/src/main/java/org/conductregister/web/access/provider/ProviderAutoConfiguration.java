package org.conductregister.web.access.provider;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.conductregister.platform.users.KnownPersons;
import org.conductregister.platform.users.Users;
import org.conductregister.platform.users.UsersAutoConfiguration;
import org.conductregister.web.ProblemWriter;
import org.conductregister.web.access.IdentityProvider;
import org.conductregister.web.sessions.Sessions;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Sign-in by the organisation's identity provider, where one is configured. */
@AutoConfiguration(
        before = {ServletWebSecurityAutoConfiguration.class, UsersAutoConfiguration.class},
        after = JdbcTemplateAutoConfiguration.class)
@ConditionalOnProperty("register.provider.issuer")
@EnableConfigurationProperties(ProviderProperties.class)
class ProviderAutoConfiguration {

    private static final Duration ATTEMPT_LASTS = Duration.ofMinutes(10);

    /** As long as a session at the longest. */
    private static final Duration SESSION_LASTS = Duration.ofHours(12);

    @Bean
    KnownPersons knownPersons(JdbcTemplate jdbc, Clock clock) {
        return new KnownPersons(jdbc, clock);
    }

    @Bean
    ProviderMetadata providerMetadata(ProviderProperties settings, Clock clock) {
        return new ProviderMetadata(settings, clock);
    }

    @Bean
    ProviderTokens providerTokens(ProviderProperties settings, ProviderMetadata provider, Clock clock) {
        return new ProviderTokens(settings, provider, clock);
    }

    @Bean
    IdentityProvider identityProvider(
            ProviderProperties settings,
            ProviderMetadata provider,
            ProviderTokens tokens,
            KnownPersons known,
            Users users,
            ProblemWriter problems,
            JsonMapper json,
            Clock clock) {
        var attempts = new SignInAttempts(
                new SealedCookie("register-signing-in", "/sign-in", settings, ATTEMPT_LASTS, clock), provider, json);
        return new ProviderSignIn(
                settings,
                provider,
                new ProviderPersons(new ClaimedPerson(settings), known, users),
                attempts,
                new SealedCookie("register-id-token", "/sign-out", settings, SESSION_LASTS, clock),
                tokens,
                codes(),
                new ProviderRefusals(problems));
    }

    @Bean
    BackChannelSignOut backChannelSignOut(
            ProviderProperties settings, ProviderTokens tokens, Users users, Sessions sessions) {
        return new BackChannelSignOut(settings, tokens, users, sessions);
    }

    /** Spring Security's client for the token endpoint, with limits of time. */
    private static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
        requests.setReadTimeout(Duration.ofSeconds(5));
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /** Asks the provider once, beside all else, so that the first to sign in need not wait. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> providerAskedEarly(ProviderMetadata provider) {
        return ready -> Thread.ofVirtual().start(() -> {
            try {
                provider.get();
            } catch (ProviderUnavailableException later) {
                return; // which is logged, and asked again when it is needed
            }
        });
    }
}
