package org.conductregister.platform.users;

import java.util.Collection;
import org.conductregister.platform.people.IdentifiedPrincipal;
import org.conductregister.platform.people.Person;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;

/** A user as Spring Security knows them. */
public record RegisteredUser(User user) implements UserDetails, IdentifiedPrincipal {

    private static final long serialVersionUID = 1;

    @Override
    public Person person() {
        return user.person();
    }

    @Override
    public String getUsername() {
        return user.id();
    }

    @Override
    public String getPassword() {
        return user.password() == null ? "" : user.password();
    }

    @Override
    public boolean isEnabled() {
        return user.maySignIn();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AuthorityUtils.createAuthorityList(user.person().roles().stream()
                .map(role -> "ROLE_" + role.name())
                .toList());
    }
}
