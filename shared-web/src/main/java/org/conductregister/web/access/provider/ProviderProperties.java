package org.conductregister.web.access.provider;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.conductregister.platform.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The organisation's OpenID Connect provider, as configured. Immutable.
 *
 * @param issuer its identifier, exactly as its tokens have it; HTTPS, but on this machine
 * @param clientId by which it knows the register's pages
 * @param clientSecret likewise; cookies of a sign-in that is under way are sealed with a key made from it
 * @param audience by which its access tokens name the register; not the client's id, so that an ID token is no access token
 * @param address of the register as browsers reach it, without a path; the provider sends them back to it
 * @param algorithms with which tokens may be signed
 * @param clockSkew by which the provider's clock may differ from this one; two minutes at most
 * @param scopes asked for at sign-in
 * @param claims the names of claims
 * @param roles by role, the values of the claim of roles that mean it; without any, each role's own name does
 * @param forces by force, the values of the claim of forces that mean it; without any, values are codes of forces
 * @param allForces values of the claim of forces that mean all
 */
@ConfigurationProperties("register.provider")
record ProviderProperties(
        URI issuer,
        String clientId,
        String clientSecret,
        String audience,
        URI address,
        @DefaultValue({"RS256", "PS256", "ES256"}) Set<SignatureAlgorithm> algorithms,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue({"openid", "profile"}) Set<String> scopes,
        @DefaultValue Claims claims,
        @DefaultValue Map<Role, List<String>> roles,
        @DefaultValue Map<String, List<String>> forces,
        @DefaultValue("*") Set<String> allForces) {

    private static final Duration MOST_SKEW = Duration.ofMinutes(2);

    /**
     * The names of claims. A name with dots that no claim has as it stands leads through objects, such as
     * {@code realm_access.roles}.
     *
     * @param id by which a person is known for ever
     * @param forces null where nobody is limited to forces; else who has none of its values has no access, but for those whose
     *     roles have nothing to do with forces
     * @param officer null where no user is an officer
     */
    record Claims(
            @DefaultValue("sub") String id,
            @DefaultValue("name") String name,
            @DefaultValue("roles") String roles,
            @Nullable String forces,
            @Nullable String officer) {}

    ProviderProperties {
        requireText(issuer, "issuer");
        requireText(clientId, "client-id");
        requireText(clientSecret, "client-secret");
        requireText(audience, "audience");
        requireText(address, "address");
        requireProtected(issuer, "issuer");
        requireProtected(address, "address");
        require(!audience.equals(clientId), "audience", "must differ from client-id: an ID token is no access token");
        require(!clockSkew.isNegative() && clockSkew.compareTo(MOST_SKEW) <= 0, "clock-skew", "must be 0 to 2 minutes");
        require(!algorithms.isEmpty(), "algorithms", "must name one or more");
        require(scopes.contains("openid"), "scopes", "must have openid among them");
        var path = Objects.requireNonNullElse(address.getPath(), "");
        require(path.isEmpty() || path.equals("/"), "address", "must have no path");
        roles = roles.isEmpty() ? ownNames() : Map.copyOf(roles);
        forces = Map.copyOf(forces);
        algorithms = Set.copyOf(algorithms);
        scopes = Set.copyOf(scopes);
    }

    private static Map<Role, List<String>> ownNames() {
        var names = new EnumMap<Role, List<String>>(Role.class);
        for (var role : Role.values()) {
            names.put(role, List.of(role.name()));
        }
        return names;
    }

    private static void requireText(@Nullable Object value, String name) {
        require(value != null && !value.toString().isBlank(), name, "is missing");
    }

    private static void requireProtected(URI address, String name) {
        boolean secure = "https".equals(address.getScheme());
        boolean here = "http".equals(address.getScheme()) && isThisMachine(address.getHost());
        require(secure || here, name, "must begin with https://");
    }

    private static boolean isThisMachine(@Nullable String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException notHere) {
            return false;
        }
    }

    private static void require(boolean holds, String name, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("register.provider.%s %s".formatted(name, fault));
        }
    }

    /** An address of the register as browsers reach it. */
    String addressOf(String path) {
        return address.getScheme() + "://" + address.getRawAuthority() + path;
    }

    /** Whether browsers reach the register by HTTPS. */
    boolean isSecure() {
        return "https".equals(address.getScheme());
    }

    @Override
    public String toString() {
        return "ProviderProperties[issuer=%s, clientId=%s, secret hidden]".formatted(issuer, clientId);
    }
}
