package org.conductregister.web.access.provider;

import java.util.Map;
import org.conductregister.platform.users.KnownPersons;
import org.conductregister.platform.users.ProviderUser;
import org.conductregister.platform.users.Users;
import org.conductregister.web.access.provider.NoAccessException.Reason;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;

/** Makes users of the persons for whom verified tokens vouch, and keeps who they are. Thread-safe. */
final class ProviderPersons
        implements OAuth2UserService<OidcUserRequest, OidcUser>, Converter<Jwt, AbstractAuthenticationToken> {

    private final ClaimedPerson claimed;
    private final KnownPersons known;
    private final Users users;

    ProviderPersons(ClaimedPerson claimed, KnownPersons known, Users users) {
        this.claimed = claimed;
        this.known = known;
        this.users = users;
    }

    /** Lets a person in who has signed in. All that is asked of the provider is in the ID token. */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var token = request.getIdToken();
        return new SignedInUser(user(token.getClaims()), token);
    }

    /** Lets a program in. */
    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var user = user(token.getClaims());
        return UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
    }

    private ProviderUser user(Map<String, Object> claims) {
        var person = claimed.read(claims);
        if (users.find(person.id()).isPresent()) {
            throw new NoAccessException(Reason.IDENTITY_TAKEN);
        }
        return new ProviderUser(known.remember(person));
    }
}
