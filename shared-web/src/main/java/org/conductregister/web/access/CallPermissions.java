package org.conductregister.web.access;

import java.util.EnumSet;
import java.util.Set;
import org.conductregister.platform.people.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** Tells who may call what, by the one table that calls are let in by. */
public final class CallPermissions {

    private CallPermissions() {}

    /**
     * The roles that may make a call.
     *
     * @param path with or without variables in braces
     * @return all roles of a call that is open to everybody; none of one that the table refuses to everybody
     */
    public static Set<Role> rolesFor(HttpMethod method, String path) {
        PathContainer address = PathContainer.parsePath(path.replaceAll("\\{[^}]*}", "x"));
        return AccessRules.rows().stream()
                .filter(row -> row.allows(method, address))
                .findFirst()
                .map(row -> row.rule().isOpen()
                        ? EnumSet.allOf(Role.class)
                        : EnumSet.copyOf(row.rule().roles()))
                .orElseGet(() -> EnumSet.noneOf(Role.class));
    }
}
