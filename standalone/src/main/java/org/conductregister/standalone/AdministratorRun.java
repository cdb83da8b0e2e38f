package org.conductregister.standalone;

import java.util.EnumSet;
import java.util.Set;
import org.conductregister.platform.ClockAutoConfiguration;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.UserChange;
import org.conductregister.platform.users.UserRefusedException;
import org.conductregister.platform.users.Users;
import org.conductregister.platform.users.UsersAutoConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * Makes somebody an administrator in place of starting the register: {@code java -jar conduct-register.jar administrator jane}.
 * It is for whoever has the machine, so that a register whose administrators have left, or forgot their passwords, is not
 * locked for good. The user is added, or enabled again, and gets a new password, which is printed once. The register must not
 * be running meanwhile.
 */
@Import({ClockAutoConfiguration.class, UsersAutoConfiguration.class})
class AdministratorRun {

    private static final String COMMAND = "administrator";

    /** Stands as the user who made the change; nobody can have this id. */
    private static final String MACHINE = "(machine)";

    static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /** Returns the exit code. The data directory is locked meanwhile, as by a register that runs. */
    static int run(String... arguments) {
        if (arguments.length < 2 || !Users.ID.matcher(arguments[1]).matches()) {
            System.out.println(
                    "Say who: java -jar conduct-register.jar administrator NAME [--register.data=DIRECTORY]");
            return 1;
        }
        try (var context = new SpringApplicationBuilder(AdministratorRun.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments)) {
            return make(arguments[1], context.getBean(Users.class));
        }
    }

    private static int make(String id, Users users) {
        var password = DataDirectory.newPassword();
        var before = users.find(id).map(user -> user.person());
        var roles = EnumSet.of(Role.ADMIN);
        before.ifPresent(person -> roles.addAll(person.roles()));
        var person = before.map(known -> new Person(id, known.name(), roles, known.forces(), known.officerId()))
                .orElseGet(() -> new Person(id, id, roles, Set.of(), null));
        try {
            users.put(new UserChange(person, false, password), MACHINE);
        } catch (UserRefusedException e) {
            System.out.println(e.sentence());
            return 1;
        }
        System.out.printf(
                "%s is an administrator. The password, shown this once: %s%nChange it in “My account” after signing in.%n",
                id, password);
        return 0;
    }
}
