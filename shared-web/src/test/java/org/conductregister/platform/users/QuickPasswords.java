package org.conductregister.platform.users;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Has passwords hashed in few rounds, for tests of what comes before a hash and after it: one of the product's takes more than a
 * second where tests run without the second JIT. All else about passwords is the product's.
 */
public class QuickPasswords {

    private static final String QUICK = "quick";
    private static final int SALT = 16;
    private static final int ROUNDS = 10;

    @Bean
    static BeanPostProcessor quickHashes(ObjectProvider<Clock> clock) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RememberedPasswords passwords ? quick(passwords, clock.getObject()) : bean;
            }
        };
    }

    /** The trial users' password, of which the product makes no slow hash, is compared as there. */
    private static RememberedPasswords quick(RememberedPasswords passwords, Clock clock) {
        var few = new Pbkdf2PasswordEncoder("", SALT, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
        var quick = new DelegatingPasswordEncoder(QUICK, Map.of(QUICK, few));
        quick.setDefaultPasswordEncoderForMatches(passwords);
        return new RememberingPasswordEncoder(quick, new HmacPasswordEncoder(new SecureRandom()), clock);
    }
}
