package org.conductregister.web.access.provider;

import java.util.Collection;
import java.util.Map;
import org.conductregister.platform.people.IdentifiedPrincipal;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.users.ProviderUser;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * A person who has just signed in, with the token that says so.
 *
 * @param idToken by which the provider knows what to end when they sign out
 */
record SignedInUser(ProviderUser user, OidcIdToken idToken) implements OidcUser, UserDetails, IdentifiedPrincipal {

    private static final long serialVersionUID = 1;

    @Override
    public Person person() {
        return user.person();
    }

    @Override
    public String getName() {
        return user.getUsername();
    }

    @Override
    public String getUsername() {
        return user.getUsername();
    }

    @Override
    public String getPassword() {
        return user.getPassword();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return user.getAuthorities();
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return idToken.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }
}
