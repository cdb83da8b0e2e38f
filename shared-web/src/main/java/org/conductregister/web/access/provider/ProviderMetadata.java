package org.conductregister.web.access.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The provider's description of itself, read when it is first needed and then kept. Where it cannot be had, it is asked again
 * after some seconds at the earliest, and whoever needs it meanwhile is told so at once. Thread-safe.
 */
final class ProviderMetadata {

    /** The name of the one provider in addresses. */
    static final String REGISTRATION = "provider";

    /** The path to which the provider sends browsers back. */
    static final String RETURN_PATH = "/sign-in/from-provider";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderMetadata.class);
    private static final String PATH = "/.well-known/openid-configuration";
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int MOST_BYTES = 512 * 1024;

    /** The time for which keys are used without being asked for again; an unknown key is asked for at once. */
    private static final long KEYS_LAST_MILLIS = 300_000;

    /** The time in which the provider is asked for keys twice at most, whatever tokens name. */
    private static final long KEYS_INTERVAL_MILLIS = 10_000;

    /** The time for which known keys are used on while the provider cannot be reached. */
    private static final long OUTAGE_MILLIS = 4 * 3_600_000L;

    private final ProviderProperties settings;
    private final Clock clock;
    private final ResourceRetriever http = new DirectRetriever();
    private volatile @Nullable Described described;
    private volatile boolean hasKeys;
    private @Nullable ProviderUnavailableException failure;
    private Instant notBefore = Instant.MIN;

    /**
     * The description.
     *
     * @param keys with which it signs tokens
     * @param signOut where a browser signs out; null where that cannot be done
     */
    record Described(
            ClientRegistration registration,
            JWKSource<SecurityContext> keys,
            @Nullable URI signOut) {}

    /** Follows no redirect: the provider's addresses are its own. */
    private static final class DirectRetriever extends DefaultResourceRetriever {

        DirectRetriever() {
            super(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            var connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }

    /** Whether the provider's keys were had once: a key that is not among them is then unknown, and not merely not asked for. */
    boolean hasKeys() {
        return hasKeys;
    }

    ProviderMetadata(ProviderProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the description where it is known by now. */
    Optional<Described> known() {
        return Optional.ofNullable(described);
    }

    /**
     * Returns the description. Takes some seconds where it must be asked for.
     *
     * @throws ProviderUnavailableException where it cannot be had
     */
    Described get() {
        var known = described;
        return known == null ? ask() : known;
    }

    private synchronized Described ask() {
        var known = described;
        if (known != null) {
            return known;
        }
        if (failure != null && clock.instant().isBefore(notBefore)) {
            throw failure;
        }
        try {
            known = read();
            described = known;
            return known;
        } catch (IOException | ParseException | RuntimeException e) {
            failure = new ProviderUnavailableException(
                    "The identity provider %s does not describe itself as it must".formatted(settings.issuer()), e);
            notBefore = clock.instant().plus(ASK_AGAIN);
            LOG.warn("The identity provider {} cannot be used: {}", settings.issuer(), e.toString());
            throw failure;
        }
    }

    private Described read() throws IOException, ParseException {
        var issuer = settings.issuer().toString();
        var address = URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + PATH);
        var json = JSONObjectUtils.parse(http.retrieveResource(address.toURL()).getContent());
        if (!issuer.equals(json.get("issuer"))) {
            throw new IOException("It calls itself " + json.get("issuer"));
        }
        var registration = ClientRegistrations.fromOidcConfiguration(json)
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri(settings.addressOf(RETURN_PATH))
                .scope(settings.scopes())
                .build();
        return new Described(
                registration, keysAt(registration.getProviderDetails().getJwkSetUri()), signOutOf(json));
    }

    private JWKSource<SecurityContext> keysAt(@Nullable String address) throws MalformedURLException {
        if (address == null) {
            throw new MalformedURLException("It has no keys");
        }
        ResourceRetriever noted = url -> {
            var keys = http.retrieveResource(url);
            hasKeys = true;
            return keys;
        };
        return JWKSourceBuilder.create(URI.create(address).toURL(), noted)
                .cache(KEYS_LAST_MILLIS, CONNECT_MILLIS + READ_MILLIS)
                .refreshAheadCache(false)
                .rateLimited(KEYS_INTERVAL_MILLIS)
                .outageTolerant(OUTAGE_MILLIS)
                .build();
    }

    private static @Nullable URI signOutOf(Map<String, Object> json) {
        return json.get("end_session_endpoint") instanceof String address ? URI.create(address) : null;
    }
}
