package org.conductregister.web.access.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.PersonName;
import org.conductregister.web.access.provider.NoAccessException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads from claims who somebody is. What cannot be read, and would limit what they see, keeps them out. Immutable.
 */
final class ClaimedPerson {

    /** An id stands in every entry for ever, in one line of the log. */
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final ProviderProperties settings;

    ClaimedPerson(ProviderProperties settings) {
        this.settings = settings;
    }

    /**
     * Reads a person.
     *
     * @return with their id in the place of a name that no claim gives
     * @throws NoAccessException where they are not to be let in
     */
    Person read(Map<String, Object> claims) {
        var id = text(claims, settings.claims().id())
                .filter(value -> ID.matcher(value).matches())
                .orElseThrow(() -> new NoAccessException(Reason.NO_IDENTITY));
        var roles = roles(claims);
        if (roles.isEmpty()) {
            throw new NoAccessException(Reason.NO_ROLE);
        }
        return new Person(id, name(claims).orElse(id), roles, forces(claims, roles), officer(claims));
    }

    private Optional<String> name(Map<String, Object> claims) {
        return text(claims, settings.claims().name()).flatMap(name -> {
            try {
                return Optional.of(new PersonName(name).value());
            } catch (IllegalArgumentException notAName) {
                return Optional.empty();
            }
        });
    }

    private Set<Role> roles(Map<String, Object> claims) {
        var values = texts(claims, settings.claims().roles());
        var roles = EnumSet.noneOf(Role.class);
        settings.roles().forEach((role, meaning) -> {
            if (meaning.stream().anyMatch(values::contains)) {
                roles.add(role);
            }
        });
        return roles;
    }

    private Set<ForceCode> forces(Map<String, Object> claims, Set<Role> roles) {
        var claim = settings.claims().forces();
        if (claim == null) {
            return Set.of();
        }
        var values = texts(claims, claim);
        if (values.stream().anyMatch(settings.allForces()::contains)) {
            return Set.of();
        }
        var forces = new TreeSet<ForceCode>();
        values.forEach(value -> force(value, forces));
        if (forces.isEmpty() && roles.contains(Role.HANDLER)) {
            throw new NoAccessException(Reason.NO_FORCE);
        }
        return forces;
    }

    private void force(String value, Set<ForceCode> forces) {
        if (settings.forces().isEmpty()) {
            try {
                forces.add(new ForceCode(value));
            } catch (IllegalArgumentException another) {
                return; // a value that means something to another program
            }
        }
        settings.forces().forEach((force, meaning) -> {
            if (meaning.contains(value)) {
                forces.add(new ForceCode(force));
            }
        });
    }

    private @Nullable OfficerId officer(Map<String, Object> claims) {
        var claim = settings.claims().officer();
        var value = claim == null ? null : find(claims, claim);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        try {
            return new OfficerId(value.toString());
        } catch (IllegalArgumentException unreadable) {
            throw new NoAccessException(Reason.OFFICER_UNREADABLE);
        }
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return Optional.ofNullable(find(claims, name))
                .filter(String.class::isInstance)
                .map(value -> value.toString().strip())
                .filter(value -> !value.isEmpty());
    }

    /** One text, words with blanks between them, or a list of texts. */
    private static List<String> texts(Map<String, Object> claims, String name) {
        return switch (find(claims, name)) {
            case String words -> List.of(words.strip().split("\\s+"));
            case Collection<?> values -> {
                var texts = new ArrayList<String>();
                values.stream().filter(String.class::isInstance).forEach(value -> texts.add(value.toString()));
                yield texts;
            }
            case null, default -> List.of();
        };
    }

    private static @Nullable Object find(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : null;
    }
}
