package org.conductregister.platform.users;

import java.util.Collection;
import org.conductregister.platform.people.IdentifiedPrincipal;
import org.conductregister.platform.people.Person;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;

/** A person for whom the provider vouched, as Spring Security knows users. They have no password here. */
public record ProviderUser(Person person) implements UserDetails, IdentifiedPrincipal {

    private static final long serialVersionUID = 1;

    @Override
    public String getUsername() {
        return person.id();
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AuthorityUtils.createAuthorityList(
                person.roles().stream().map(role -> "ROLE_" + role.name()).toList());
    }
}
