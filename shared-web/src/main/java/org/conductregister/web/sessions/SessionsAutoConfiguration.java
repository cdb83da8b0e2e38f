package org.conductregister.web.sessions;

import java.time.Clock;
import org.conductregister.platform.users.SignInProperties;
import org.conductregister.platform.users.UsersAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetailsService;

@AutoConfiguration(after = {JdbcTemplateAutoConfiguration.class, UsersAutoConfiguration.class})
@EnableConfigurationProperties(SessionProperties.class)
@Import(SessionPage.class)
class SessionsAutoConfiguration {

    @Bean
    Sessions sessions(
            JdbcTemplate jdbc,
            UserDetailsService users,
            SignInProperties signIn,
            SessionProperties properties,
            Clock clock) {
        return new Sessions(new SessionRows(jdbc), users, new UserMarker(signIn.password()), properties, clock);
    }

    @Bean
    SessionContextRepository sessionContexts(Sessions sessions, ApplicationEventPublisher events) {
        return new SessionContextRepository(sessions, events);
    }

    @Bean
    SessionRenewal sessionRenewal(Sessions sessions, SessionContextRepository repository) {
        return new SessionRenewal(sessions, repository);
    }

    /** It stands in the chain of the security filters, and nowhere else. */
    @Bean
    FilterRegistrationBean<SessionRenewal> sessionRenewalInTheChainAlone(SessionRenewal renewal) {
        var registration = new FilterRegistrationBean<>(renewal);
        registration.setEnabled(false);
        return registration;
    }
}
