package org.conductregister.web.access.provider;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.web.access.provider.ProviderMetadata.Described;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies the provider's tokens: signed with one of its keys by one of the algorithms configured, of its issuer, for the
 * audience, within their time. An access token must have an end. Thread-safe.
 */
final class ProviderTokens implements JwtDecoder, JwtDecoderFactory<ClientRegistration> {

    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> LOGOUT_TYPES =
            new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null);

    /** The event of a logout token, by its name in the specification. */
    private static final String SIGNED_OUT = "http://schemas.openid.net/event/backchannel-logout";

    private final ProviderProperties settings;
    private final ProviderMetadata provider;
    private final Clock clock;
    private final Set<JWSAlgorithm> algorithms;
    private volatile @Nullable JwtDecoder decoder;

    ProviderTokens(ProviderProperties settings, ProviderMetadata provider, Clock clock) {
        this.settings = settings;
        this.provider = provider;
        this.clock = clock;
        this.algorithms = settings.algorithms().stream()
                .map(algorithm -> JWSAlgorithm.parse(algorithm.getName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Verifies an access token that a program sends. */
    @Override
    public Jwt decode(String token) {
        var known = decoder;
        if (known == null) {
            known = decoderOf(provider.get(), validator(), TYPES);
            decoder = known;
        }
        try {
            return known.decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            if (provider.hasKeys() && isNotAskedAgain(e)) {
                throw new BadJwtException("It names a key that the provider did not have some seconds ago", e);
            }
            throw e;
        }
    }

    private static boolean isNotAskedAgain(JwtException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(RateLimitReachedException.class::isInstance);
    }

    /** Verifies ID tokens; whether they answer the very request is seen to by Spring Security, by their nonce. */
    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        var ofId = new OidcIdTokenValidator(registration);
        ofId.setClockSkew(settings.clockSkew());
        ofId.setClock(clock);
        return decoderOf(provider.get(), new DelegatingOAuth2TokenValidator<>(inTime(), ofId), TYPES);
    }

    /** Verifies a logout token: for this client, of somebody, and, unlike an ID token, of an event and without a nonce. */
    Jwt decodeLogout(String token) {
        var validator = new DelegatingOAuth2TokenValidator<>(
                inTime(),
                must(JwtClaimNames.EXP, logout -> logout.getExpiresAt() != null),
                must(JwtClaimNames.IAT, logout -> logout.getIssuedAt() != null && isPast(logout.getIssuedAt())),
                must(JwtClaimNames.AUD, logout -> isOf(logout.getAudience(), settings.clientId())),
                must(JwtClaimNames.SUB, logout -> logout.getSubject() != null),
                must("events", logout -> isSignOut(logout.getClaim("events"))),
                must("nonce", logout -> !logout.hasClaim("nonce")),
                new JwtIssuerValidator(settings.issuer().toString()));
        return decoderOf(provider.get(), validator, LOGOUT_TYPES).decode(token);
    }

    private static boolean isSignOut(@Nullable Object events) {
        return events instanceof Map<?, ?> named && named.containsKey(SIGNED_OUT);
    }

    private NimbusJwtDecoder decoderOf(
            Described provider,
            OAuth2TokenValidator<Jwt> validator,
            DefaultJOSEObjectTypeVerifier<SecurityContext> types) {
        var processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(types);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, provider.keys()));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // Spring Security's validators see to them
        var made = new NimbusJwtDecoder(processor);
        made.setJwtValidator(validator);
        return made;
    }

    private OAuth2TokenValidator<Jwt> validator() {
        return new DelegatingOAuth2TokenValidator<>(
                inTime(),
                must(JwtClaimNames.EXP, token -> token.getExpiresAt() != null),
                must(JwtClaimNames.IAT, token -> isPast(token.getIssuedAt())),
                must(JwtClaimNames.AUD, token -> isOf(token.getAudience(), settings.audience())),
                new JwtIssuerValidator(settings.issuer().toString()));
    }

    private static OAuth2TokenValidator<Jwt> must(String claim, Predicate<Jwt> holds) {
        var failure = OAuth2TokenValidatorResult.failure(new OAuth2Error(
                OAuth2ErrorCodes.INVALID_TOKEN, "The claim %s is not as it must be".formatted(claim), null));
        return token -> holds.test(token) ? OAuth2TokenValidatorResult.success() : failure;
    }

    private static boolean isOf(@Nullable Collection<String> audience, String wanted) {
        return audience != null && audience.contains(wanted);
    }

    private boolean isPast(@Nullable Instant issued) {
        return issued == null || !issued.isAfter(clock.instant().plus(settings.clockSkew()));
    }

    private JwtTimestampValidator inTime() {
        var inTime = new JwtTimestampValidator(settings.clockSkew());
        inTime.setClock(clock);
        return inTime;
    }
}
