package org.conductregister.web.access.provider;

import static java.util.Objects.requireNonNull;
import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.REGISTRATION_ID;
import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.STATE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.conductregister.web.access.SignInAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps, in the browser's own sealed cookie, what a sign-in that is under way must be answered with: its state, its nonce and
 * the verifier of its code. So any node of either service can take the answer, and nothing is kept for browsers that never come
 * back. A browser has one attempt at a time; another replaces it. Thread-safe.
 */
final class SignInAttempts implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final SealedCookie cookie;
    private final ProviderMetadata provider;
    private final JsonMapper json;

    SignInAttempts(SealedCookie cookie, ProviderMetadata provider, JsonMapper json) {
        this.cookie = cookie;
        this.provider = provider;
        this.json = json;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest attempt, HttpServletRequest request, HttpServletResponse response) {
        if (attempt == null) {
            cookie.clear(response);
            return;
        }
        var kept = new HashMap<String, String>();
        kept.put(STATE, attempt.getState());
        for (var name : new String[] {OidcParameterNames.NONCE, PkceParameterNames.CODE_VERIFIER, SignInAddress.ON}) {
            if (attempt.getAttribute(name) instanceof String value) {
                kept.put(name, value);
            }
        }
        cookie.write(json.writeValueAsString(kept), response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return kept(request)
                .filter(kept -> kept.getOrDefault(STATE, "").equals(request.getParameter(STATE)))
                .map(this::attempt)
                .orElse(null);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var attempt = loadAuthorizationRequest(request);
        if (attempt != null) {
            cookie.clear(response);
        }
        return attempt;
    }

    /** Returns where the browser goes on to after the sign-in that is under way. */
    Optional<String> goingOnTo(HttpServletRequest request) {
        return kept(request).map(kept -> kept.get(SignInAddress.ON));
    }

    private Optional<Map<String, String>> kept(HttpServletRequest request) {
        return cookie.read(request).flatMap(text -> {
            try {
                return Optional.of(json.readValue(text, TEXTS));
            } catch (JacksonException fromAnotherVersion) {
                return Optional.empty();
            }
        });
    }

    private OAuth2AuthorizationRequest attempt(Map<String, String> kept) {
        var registration = provider.get().registration();
        var address = registration.getProviderDetails().getAuthorizationUri();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(requireNonNull(address, "a provider without one is refused"))
                .clientId(registration.getClientId())
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(kept.get(STATE))
                .attributes(attributes -> {
                    attributes.putAll(kept);
                    attributes.put(REGISTRATION_ID, registration.getRegistrationId());
                })
                .build();
    }
}
