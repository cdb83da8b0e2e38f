package org.conductregister.platform.users;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.PersonDirectory;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.UserRefusedException.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** All users. Reading looks into memory; a change is on disk when its call returns. Thread-safe. */
public final class Users implements PersonDirectory {

    /** A user's id: it stands in sign-in forms, in HTTP Basic and in addresses, where {@code me} is whoever asks. */
    public static final Pattern ID = Pattern.compile("(?!me$)[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private static final String NOBODY = "register";

    private final Map<String, User> trial = new TreeMap<>();
    private final @Nullable UsersFile file;
    private final PasswordEncoder passwords;
    private final PasswordRules rules = new PasswordRules();
    private final @Nullable KnownPersons elsewhere;
    private final @Nullable MovedNames moved;
    private final Clock clock;
    private final List<Consumer<User>> listeners = new ArrayList<>();
    private volatile Map<String, User> kept;

    /**
     * Reads the users that are kept.
     *
     * @param trialPassword as encoded; null where there are no users to try the register with
     * @param elsewhere knows the persons who sign in by an identity provider; null where there is none
     * @param moved knows the names of those who recorded elsewhere; null where no log can have been moved here
     */
    Users(
            @Nullable String trialPassword,
            @Nullable UsersFile file,
            PasswordEncoder passwords,
            @Nullable KnownPersons elsewhere,
            @Nullable MovedNames moved,
            Clock clock) {
        this.file = file;
        this.passwords = passwords;
        this.elsewhere = elsewhere;
        this.moved = moved;
        this.clock = clock;
        if (trialPassword != null) {
            trialUsers(trialPassword).forEach(user -> trial.put(user.id(), user));
        }
        var read = new TreeMap<String, User>();
        if (file != null) {
            file.read().forEach(user -> read.put(user.id(), user));
        }
        this.kept = read;
    }

    private static Stream<User> trialUsers(String password) {
        return Arrays.stream(Role.values())
                .map(role -> new Person(trialId(role), trialId(role), Set.of(role), Set.of(), null))
                .map(person -> new User(person, false, password, true, Instant.EPOCH, NOBODY));
    }

    private static String trialId(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Whether administrators keep users here; else an identity provider does. */
    public boolean areKeptHere() {
        return file != null;
    }

    /** Whether there are users to try the register with. */
    public boolean hasTrialUsers() {
        return !trial.isEmpty();
    }

    /** Whether anybody can change users. */
    public boolean hasAdministrator() {
        return all().stream().anyMatch(User::isWorkingAdministrator);
    }

    public Optional<User> find(String id) {
        var user = trial.get(id);
        return Optional.ofNullable(user == null ? kept.get(id) : user);
    }

    @Override
    public Optional<Person> person(String id) {
        var user = find(id).map(User::person);
        return user.isPresent() || elsewhere == null ? user : elsewhere.person(id);
    }

    /** The name of a person as others read it; the id itself where nobody has it. */
    public String name(String id) {
        return person(id)
                .map(Person::name)
                .or(() -> Optional.ofNullable(moved).flatMap(names -> names.name(id)))
                .orElse(id);
    }

    /** Returns all users: the trial users first, then in order of their ids. */
    public List<User> all() {
        return Stream.concat(trial.values().stream(), kept.values().stream()).toList();
    }

    /** Has a listener told of each user who was changed, after the change, in the thread that made it. */
    public synchronized void onChange(Consumer<User> listener) {
        listeners.add(listener);
    }

    /** Returns the fault of a password for a person, as a sentence; empty where it will do. */
    public Optional<String> faultOf(String password, Person person) {
        return rules.fault(password, person);
    }

    /**
     * Adds a user, or changes one.
     *
     * @param by the id of who does
     * @return the user as they are now
     * @throws UserRefusedException where that cannot be; nothing is changed
     */
    public User put(UserChange change, String by) {
        var person = change.person();
        refuseIfFixed(person.id());
        var typed = change.newPassword();
        if (typed != null) {
            refuseUnfit(typed, person);
        }
        var encoded = typed == null ? null : passwords.encode(typed);
        return keep(person.id(), before -> {
            var password = encoded == null && before != null ? before.password() : encoded;
            return new User(person, change.disabled(), password, false, clock.instant(), by);
        });
    }

    /**
     * Ends a user's time here. They stay listed, and what they recorded stays theirs.
     *
     * @throws UserRefusedException where there is none, or nobody could change users any more
     */
    public User disable(String id, String by) {
        refuseIfFixed(id);
        return keep(id, before -> {
            var user = known(before, id);
            return new User(user.person(), true, user.password(), false, clock.instant(), by);
        });
    }

    /**
     * Changes a user's own password.
     *
     * @param present as they say it is
     * @throws UserRefusedException where it is not, or the new one will not do
     */
    public User changePassword(String id, String present, String wanted) {
        refuseIfFixed(id);
        var user = known(kept.get(id), id);
        if (!passwords.matches(present, user.password())) {
            throw new UserRefusedException(Reason.PASSWORD_WRONG, "The present password is not right");
        }
        refuseUnfit(wanted, user.person());
        var encoded = passwords.encode(wanted);
        return keep(id, before -> {
            var now = known(before, id);
            return new User(now.person(), now.disabled(), encoded, false, clock.instant(), id);
        });
    }

    private void refuseUnfit(String password, Person person) {
        rules.fault(password, person).ifPresent(fault -> {
            throw new UserRefusedException(Reason.PASSWORD_UNFIT, fault);
        });
    }

    private void refuseIfFixed(String id) {
        if (file == null) {
            throw new UserRefusedException(
                    Reason.USERS_KEPT_ELSEWHERE, "Users are not kept here, but by the organisation's sign-in.");
        }
        if (Arrays.stream(Role.values()).anyMatch(role -> trialId(role).equals(id))) {
            throw new UserRefusedException(
                    Reason.TRIAL_USER,
                    "%s is a user to try the register with, and stays as they are. The setting register.trial-users=false leaves them out."
                            .formatted(id));
        }
    }

    private static User known(@Nullable User user, String id) {
        if (user == null) {
            throw new UserRefusedException(Reason.USER_UNKNOWN, "There is no user %s.".formatted(id));
        }
        return user;
    }

    /** Makes of a user, null where there was none, the user to be. */
    private interface Edit {
        User of(@Nullable User before);
    }

    private synchronized User keep(String id, Edit edit) {
        var next = new TreeMap<>(kept);
        var before = next.get(id);
        if (before == null) {
            refuseAlike(id);
        }
        var user = edit.of(before);
        next.put(id, user);
        refuseWithoutAdministrator(next);
        requireNonNull(file, "what is not kept here was refused").write(next.values());
        kept = next;
        listeners.forEach(listener -> listener.accept(user));
        return user;
    }

    private void refuseAlike(String id) {
        var alike = Stream.concat(
                        kept.keySet().stream(), Arrays.stream(Role.values()).map(Users::trialId))
                .filter(id::equalsIgnoreCase)
                .findFirst();
        if (alike.isPresent()) {
            throw new UserRefusedException(
                    Reason.USER_ID_TAKEN, "There is a user %s already; choose another id.".formatted(alike.get()));
        }
    }

    private void refuseWithoutAdministrator(Map<String, User> next) {
        boolean left =
                Stream.concat(trial.values().stream(), next.values().stream()).anyMatch(User::isWorkingAdministrator);
        if (!left && hasAdministrator()) {
            throw new UserRefusedException(
                    Reason.LAST_ADMINISTRATOR,
                    "Nobody could change users any more: make somebody else an administrator first.");
        }
    }
}
