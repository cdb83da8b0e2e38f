package org.conductregister.command.users;

import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.User;
import org.conductregister.platform.users.UserChange;
import org.conductregister.platform.users.Users;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.PersonName;
import org.conductregister.web.pages.FormFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form of a user as it was filled in. The password is never among it: it is typed anew.
 *
 * @param roles the names of those chosen
 * @param forces the codes of those chosen
 */
record UserForm(String id, String name, Set<String> roles, Set<String> forces, String officerId, boolean disabled) {

    static final UserForm EMPTY = new UserForm("", "", Set.of(), Set.of(), "", false);

    static UserForm of(User user) {
        var person = user.person();
        return new UserForm(
                person.id(),
                person.name(),
                person.roles().stream().map(Role::name).collect(toCollection(TreeSet::new)),
                person.forces().stream().map(ForceCode::value).collect(toCollection(TreeSet::new)),
                person.officerId() == null ? "" : person.officerId().value(),
                user.disabled());
    }

    /** @param id as the address has it; null where the user is new */
    static UserForm sent(@Nullable String id, MultiValueMap<String, String> sent) {
        return new UserForm(
                id == null ? text(sent, "id") : id,
                text(sent, "name"),
                new TreeSet<>(sent.getOrDefault("roles", List.of())),
                new TreeSet<>(sent.getOrDefault("forces", List.of())),
                text(sent, "officerId"),
                sent.containsKey("disabled"));
    }

    static String text(MultiValueMap<String, String> sent, String field) {
        var text = sent.getFirst(field);
        return text == null ? "" : text.strip();
    }

    /**
     * Reads what was typed; faults are added to those given.
     *
     * @return null where there is a fault
     */
    @Nullable
    UserChange read(String password, FormFaults faults) {
        if (!Users.ID.matcher(id).matches()) {
            faults.add(
                    "id",
                    id.isEmpty()
                            ? "Enter a user name"
                            : "The user name must be 1 to 64 letters, digits, full stops, underscores, hyphens or @");
        }
        if (name.isEmpty()) {
            faults.add("name", "Enter the person’s name");
        } else {
            check("name", "The name", () -> new PersonName(name), faults);
        }
        if (roles.isEmpty()) {
            faults.add("roles", "Choose a role");
        }
        if (!officerId.isEmpty()) {
            check("officerId", "The officer’s number", () -> new OfficerId(officerId), faults);
        }
        return faults.isEmpty() ? new UserChange(person(), disabled, password.isEmpty() ? null : password) : null;
    }

    private static void check(String field, String what, Runnable type, FormFaults faults) {
        try {
            type.run();
        } catch (IllegalArgumentException e) {
            faults.add(field, what + " " + e.getMessage());
        }
    }

    private Person person() {
        var chosen = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> roles.contains(role.name())).forEach(chosen::add);
        var of = forces.stream().map(ForceCode::new).collect(toCollection(TreeSet::new));
        return new Person(id, name, chosen, of, officerId.isEmpty() ? null : new OfficerId(officerId));
    }
}
