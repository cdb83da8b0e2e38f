package org.conductregister.web.access.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.conductregister.web.access.IdentityProvider;
import org.conductregister.web.access.SignInAddress;
import org.conductregister.web.access.provider.NoAccessException.Reason;
import org.conductregister.web.access.provider.ProviderMetadata.Described;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/** Sign-in and sign-out of people at the provider, and the tokens of programs. Thread-safe. */
final class ProviderSignIn implements IdentityProvider {

    /** The path at which browsers begin, followed by the provider's name; a browser is sent on from there. */
    private static final String BEGIN_PATH = "/sign-in/with";

    /** The path to which the provider sends browsers that have signed out. */
    private static final String LEFT_PATH = "/signed-out";

    private final ProviderProperties settings;
    private final ProviderMetadata provider;
    private final ProviderPersons persons;
    private final SignInAttempts attempts;
    private final SealedCookie idToken;
    private final JwtDecoder tokens;
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes;
    private final ProviderRefusals refusals;

    ProviderSignIn(
            ProviderProperties settings,
            ProviderMetadata provider,
            ProviderPersons persons,
            SignInAttempts attempts,
            SealedCookie idToken,
            JwtDecoder tokens,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes,
            ProviderRefusals refusals) {
        this.settings = settings;
        this.provider = provider;
        this.persons = persons;
        this.attempts = attempts;
        this.idToken = idToken;
        this.tokens = tokens;
        this.codes = codes;
        this.refusals = refusals;
    }

    @Override
    public void configure(HttpSecurity http) {
        http.oauth2Login(login -> login.loginPage(SignInAddress.PATH)
                .clientRegistrationRepository(this::registration)
                .authorizedClientRepository(new ForgottenTokens())
                .authorizationEndpoint(endpoint ->
                        endpoint.authorizationRequestResolver(new Resolver()).authorizationRequestRepository(attempts))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(ProviderMetadata.RETURN_PATH))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codes))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(persons))
                .successHandler((request, response, who) -> {
                    if (who.getPrincipal() instanceof SignedInUser user
                            && !idToken.write(user.idToken().getTokenValue(), response)) {
                        idToken.write("", response); // without it the provider may ask whom to sign out
                    }
                    response.sendRedirect(attempts.goingOnTo(request).orElse("/"));
                })
                .failureHandler(refusals::ofSignIn)
                .withObjectPostProcessor(beginning(refusals)));
        http.oauth2ResourceServer(
                server -> server.jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(persons))
                        .authenticationEntryPoint(refusals::ofToken)
                        .withObjectPostProcessor(failing(refusals)));
    }

    private @Nullable ClientRegistration registration(String name) {
        return name.equals(ProviderMetadata.REGISTRATION) ? provider.get().registration() : null;
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> beginning(ProviderRefusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refusals::ofSignIn);
                return filter;
            }
        };
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failing(ProviderRefusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refusals::ofToken);
                return filter;
            }
        };
    }

    /** Begins a sign-in, with where to go on to; asks for proof that who brings the code began it (PKCE). */
    private final class Resolver implements OAuth2AuthorizationRequestResolver {

        private final DefaultOAuth2AuthorizationRequestResolver usual =
                new DefaultOAuth2AuthorizationRequestResolver(ProviderSignIn.this::registration, BEGIN_PATH);

        Resolver() {
            usual.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return withTarget(usual.resolve(request), request);
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
            return withTarget(usual.resolve(request, registration), request);
        }

        private @Nullable OAuth2AuthorizationRequest withTarget(
                @Nullable OAuth2AuthorizationRequest attempt, HttpServletRequest request) {
            var to = request.getParameter(SignInAddress.ON);
            return attempt == null || !SignInAddress.isOurs(to)
                    ? attempt
                    : OAuth2AuthorizationRequest.from(attempt)
                            .attributes(attributes -> attributes.put(SignInAddress.ON, to))
                            .build();
        }
    }

    @Override
    public String signInAddress(@Nullable String to) {
        var begin = BEGIN_PATH + "/" + ProviderMetadata.REGISTRATION;
        return SignInAddress.isOurs(to) && to != null ? begin + "?" + SignInAddress.ON + "=" + encoded(to) : begin;
    }

    @Override
    public Optional<String> signOut(HttpServletRequest request, HttpServletResponse response) {
        var token = idToken.read(request);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        idToken.clear(response);
        return provider.known()
                .map(Described::signOut)
                .map(address -> signOutAddress(address, token.get()))
                .or(() -> Optional.of(SignInAddress.saying("here", null)));
    }

    private String signOutAddress(URI address, String hint) {
        return address
                + (address.getQuery() == null ? "?" : "&")
                + (hint.isEmpty() ? "" : "id_token_hint=" + encoded(hint) + "&")
                + "client_id=" + encoded(settings.clientId())
                + "&post_logout_redirect_uri=" + encoded(settings.addressOf(LEFT_PATH));
    }

    /** A browser follows a form's answer to the provider only where the form's page allowed that. */
    @Override
    public String formTargets() {
        Set<String> origins = new LinkedHashSet<>();
        origins.add(originOf(settings.issuer()));
        provider.known().map(Described::signOut).map(ProviderSignIn::originOf).ifPresent(origins::add);
        return String.join(" ", origins);
    }

    private static String originOf(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    @Override
    public @Nullable String sentenceFor(String reason) {
        return Arrays.stream(Reason.values())
                .filter(each -> each.name().equals(reason))
                .map(Reason::sentence)
                .findFirst()
                .orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
