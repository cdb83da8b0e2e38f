package org.conductregister.platform.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.UserRefusedException.Reason;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T09:00:00Z"), ZoneOffset.UTC);
    private static final String PASSWORD = "four words by chance";

    @TempDir
    Path directory;

    private Path file;
    private HmacPasswordEncoder encoder;
    private Users users;

    @BeforeEach
    void start() {
        file = directory.resolve("users.json");
        encoder = new HmacPasswordEncoder(new SecureRandom());
        users = opened();
    }

    private Users opened() {
        return new Users(encoder.encode("open sesame"), new UsersFile(file), encoder, null, null, CLOCK);
    }

    private Users withoutTrialUsers() {
        return new Users(null, new UsersFile(file), encoder, null, null, CLOCK);
    }

    @Test
    void aUserIsThereAfterARestartWithAllThatWasSaid() throws IOException {
        var jane = person("jane", Role.HANDLER, Role.ANALYST);
        users.put(new UserChange(jane, false, PASSWORD), "admin");

        var found = opened().find("jane").orElseThrow();
        assertThat(found.person()).isEqualTo(jane);
        assertThat(found.changedBy()).isEqualTo("admin");
        assertThat(found.changedAt()).isEqualTo(CLOCK.instant());
        assertThat(encoder.matches(PASSWORD, found.password())).isTrue();
        assertThat(Files.readString(file)).doesNotContain(PASSWORD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.exists(directory.resolve("users.json.new"))).isFalse();
    }

    @Test
    void aChangeWithoutAPasswordLeavesTheOneThatIsThere() {
        users.put(new UserChange(person("jane", Role.HANDLER), false, PASSWORD), "admin");
        users.put(new UserChange(person("jane", Role.AUDITOR), false, null), "admin");

        var jane = users.find("jane").orElseThrow();
        assertThat(jane.person().roles()).containsExactly(Role.AUDITOR);
        assertThat(encoder.matches(PASSWORD, jane.password())).isTrue();
    }

    @Test
    void aUserWithoutAPasswordMayNotSignIn() {
        users.put(new UserChange(person("jane", Role.HANDLER), false, null), "admin");

        assertThat(users.find("jane").orElseThrow().maySignIn()).isFalse();
    }

    @Test
    void whoIsDisabledStaysListedAndKnownByName() {
        users.put(new UserChange(person("jane", Role.HANDLER), false, PASSWORD), "admin");
        users.disable("jane", "admin");

        assertThat(users.find("jane").orElseThrow().maySignIn()).isFalse();
        assertThat(users.all()).extracting(User::id).containsExactly("admin", "analyst", "auditor", "handler", "jane");
        assertThat(users.name("jane")).isEqualTo("Jane Doe");
        assertThat(users.name("nobody-of-ours")).isEqualTo("nobody-of-ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"handler", "auditor", "analyst", "admin"})
    void theUsersToTryWithStayAsTheyAre(String id) {
        refuses(Reason.TRIAL_USER, () -> users.put(new UserChange(person(id, Role.ADMIN), false, PASSWORD), "admin"));
        refuses(Reason.TRIAL_USER, () -> users.disable(id, "admin"));
        refuses(Reason.TRIAL_USER, () -> users.changePassword(id, "open sesame", PASSWORD));
        assertThat(withoutTrialUsers().find(id)).isEmpty();
    }

    @Test
    void aTrialUsersIdIsNeverSomebodyElses() {
        refuses(
                Reason.TRIAL_USER,
                () -> withoutTrialUsers().put(new UserChange(person("handler", Role.ADMIN), false, PASSWORD), "x"));
        refuses(
                Reason.USER_ID_TAKEN,
                () -> users.put(new UserChange(person("Admin", Role.ADMIN), false, PASSWORD), "admin"));
    }

    @Test
    void twoIdsThatReadAlikeAreNotTwoUsers() {
        users.put(new UserChange(person("jane", Role.HANDLER), false, PASSWORD), "admin");

        refuses(
                Reason.USER_ID_TAKEN,
                () -> users.put(new UserChange(person("Jane", Role.HANDLER), false, PASSWORD), "admin"));
    }

    @Test
    void theLastAdministratorStays() {
        var kept = withoutTrialUsers();
        kept.put(new UserChange(person("jane", Role.ADMIN), false, PASSWORD), "(machine)");

        refuses(Reason.LAST_ADMINISTRATOR, () -> kept.disable("jane", "jane"));
        refuses(
                Reason.LAST_ADMINISTRATOR,
                () -> kept.put(new UserChange(person("jane", Role.HANDLER), false, null), "jane"));
        kept.put(new UserChange(person("john", Role.ADMIN), false, PASSWORD), "jane");
        kept.disable("jane", "john");
        assertThat(kept.hasAdministrator()).isTrue();
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() {
        users.put(new UserChange(person("jane", Role.HANDLER), false, PASSWORD), "admin");

        refuses(Reason.PASSWORD_WRONG, () -> users.changePassword("jane", "wrong", "another four words by chance"));
        refuses(Reason.PASSWORD_UNFIT, () -> users.changePassword("jane", PASSWORD, "short"));
        users.changePassword("jane", PASSWORD, "another four words by chance");

        assertThat(encoder.matches(
                        "another four words by chance",
                        users.find("jane").orElseThrow().password()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, 12 characters or more",
        "password1234, too easy to guess",
        "aaaaaaaaaaaaaaaa, too easy to guess",
        "123456789012, too easy to guess",
        "qwertyuiop[], too easy to guess",
        "conductregister1, too easy to guess"
    })
    void aPasswordThatIsShortOrTriedFirstIsRefused(String password, String why) {
        assertThat(users.faultOf(password, person("jane", Role.HANDLER)))
                .hasValueSatisfying(fault -> assertThat(fault).contains(why));
    }

    @Test
    void aPasswordHasAnyCharactersUpTo128() {
        var jane = person("jane", Role.HANDLER);
        assertThat(users.faultOf("žluťoučký kůň 🐎", jane)).isEmpty();
        assertThat(users.faultOf("zebra cello ".repeat(11).substring(0, 128), jane))
                .isEmpty();
        assertThat(users.faultOf("zebra cello ".repeat(11).substring(0, 129), jane))
                .isPresent();
    }

    @Test
    void aDamagedFileIsNotTakenForNoUsers() throws IOException {
        Files.writeString(file, "{\"users\": [");

        assertThatThrownBy(this::opened).hasMessageContaining("users.json").hasMessageContaining("backup");
    }

    @Test
    void listenersHearOfEachChange() {
        var changed = new ArrayList<String>();
        users.onChange(user -> changed.add(user.id() + user.disabled()));
        users.put(new UserChange(person("jane", Role.HANDLER), false, PASSWORD), "admin");
        users.disable("jane", "admin");

        assertThat(changed).containsExactly("janefalse", "janetrue");
    }

    private static void refuses(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static Person person(String id, Role... roles) {
        return new Person(id, "Jane Doe", Set.of(roles), Set.of(new ForceCode("KENT")), new OfficerId("O-17"));
    }
}
