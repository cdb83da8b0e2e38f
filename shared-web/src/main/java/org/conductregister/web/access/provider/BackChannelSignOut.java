package org.conductregister.web.access.provider;

import org.conductregister.platform.users.Users;
import org.conductregister.web.Problem;
import org.conductregister.web.sessions.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Ends all sessions here of whoever the provider says has signed out, or was signed out, there (OpenID Connect Back-Channel Logout 1.0). The
 * provider calls it with a token of its own, so that nobody else can end a session by it. A token that is sent again within its time
 * ends the sessions that have begun since.
 */
@RestController
class BackChannelSignOut {

    static final String PATH = "/sign-out/from-provider";

    private static final Logger log = LoggerFactory.getLogger(BackChannelSignOut.class);

    private static final Problem TOKEN_REFUSED = Problem.of(
            HttpStatus.BAD_REQUEST,
            "LOGOUT_TOKEN_REFUSED",
            "The logout token is not valid here: it must be signed by the organisation's identity provider, for this client, be within"
                    + " its time, and name a person.");
    private static final Problem UNAVAILABLE = Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "PROVIDER_UNAVAILABLE",
            "The identity provider's keys cannot be had; try again in some seconds.");
    private static final String RETRY_AFTER_SECONDS = "10";

    private final ProviderProperties settings;
    private final ProviderTokens tokens;
    private final Users users;
    private final Sessions sessions;

    BackChannelSignOut(ProviderProperties settings, ProviderTokens tokens, Users users, Sessions sessions) {
        this.settings = settings;
        this.tokens = tokens;
        this.users = users;
        this.sessions = sessions;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Object> signOut(@RequestParam("logout_token") String token) {
        try {
            var id = tokens.decodeLogout(token)
                    .getClaimAsString(settings.claims().id());
            if (id == null || users.find(id).isPresent()) { // users of the file are not the provider's
                return TOKEN_REFUSED.response();
            }
            sessions.endAllOf(id);
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
        } catch (JwtException e) {
            log.info("A logout token is refused: {}", e.getMessage());
            return TOKEN_REFUSED.response();
        } catch (ProviderUnavailableException e) {
            return ResponseEntity.status(UNAVAILABLE.status())
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(UNAVAILABLE);
        }
    }
}
