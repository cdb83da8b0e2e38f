package org.conductregister.platform.users;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conductregister.platform.MovesWithLog;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** Makes the users known, to all that runs in a process. */
@AutoConfiguration(before = UserDetailsServiceAutoConfiguration.class)
@EnableConfigurationProperties(SignInProperties.class)
public class UsersAutoConfiguration {

    /** PBKDF2, for bcrypt reads no more than 72 bytes of a password; 310,000 rounds of HMAC-SHA-256. */
    private static final String SLOW = "pbkdf2@SpringSecurity_v5_8";

    private static final String TRIAL = "trial";

    private final HmacPasswordEncoder keyed = new HmacPasswordEncoder(new SecureRandom());

    @Bean
    RememberedPasswords passwords(Clock clock) {
        return new RememberingPasswordEncoder(new DelegatingPasswordEncoder(SLOW, encoders()), keyed, clock);
    }

    private Map<String, PasswordEncoder> encoders() {
        return Map.of(
                SLOW,
                Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                "bcrypt",
                new BCryptPasswordEncoder(),
                TRIAL,
                keyed);
    }

    @Bean
    MovedNames movedNames(JdbcTemplate jdbc, Clock clock) {
        return new MovedNames(jdbc, clock);
    }

    @Bean
    MovesWithLog personNames(Users users, Optional<KnownPersons> elsewhere, MovedNames moved) {
        var names = List.of(new PersonNames(users, elsewhere.orElse(null), moved));
        return () -> names;
    }

    @Bean
    Users users(
            SignInProperties signIn,
            PasswordEncoder passwords,
            Optional<KnownPersons> elsewhere,
            MovedNames moved,
            Clock clock) {
        var password = signIn.password();
        var trial = signIn.trialUsers() && password != null
                ? "{%s}%s".formatted(TRIAL, requireNonNull(keyed.encode(PasswordRules.normalised(password))))
                : null;
        var file = signIn.usersFile() == null ? null : new UsersFile(signIn.usersFile());
        return new Users(trial, file, passwords, elsewhere.orElse(null), moved, clock);
    }

    @Bean
    UserDetailsService userDetails(Users users, Optional<KnownPersons> elsewhere) {
        return id -> users.find(id)
                .<UserDetails>map(RegisteredUser::new)
                .or(() -> elsewhere.flatMap(known -> known.person(id)).map(ProviderUser::new))
                .orElseThrow(() -> new UsernameNotFoundException("There is no such user"));
    }
}
