package org.conductregister.web.access;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.conductregister.web.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@AutoConfiguration(before = {ServletWebSecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@EnableConfigurationProperties(SignIn.class)
class AccessAutoConfiguration {

    private static final String OWN_CONTENT_ONLY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwords() {
        return new KeyedDigests(new SecureRandom());
    }

    @Bean
    UserDetailsService users(SignIn signIn, PasswordEncoder passwords) {
        String password = passwords.encode(signIn.password());
        return new InMemoryUserDetailsManager(Arrays.stream(Role.values())
                .map(role -> User.withUsername(role.name().toLowerCase(Locale.ROOT))
                        .password(password)
                        .roles(role.name())
                        .build())
                .toList());
    }

    @Bean
    SecurityFilterChain whoMay(HttpSecurity http, ProblemWriter problems) {
        List<TableRow> rows = WhoMay.RULES.stream().map(TableRow::new).toList();
        Turnstile turnstile = new Turnstile(rows, problems);
        return http.httpBasic(basic -> basic.authenticationEntryPoint(turnstile))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(turnstile).accessDeniedHandler(turnstile))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                // CrossSiteRequests stands for it: without a session there is nowhere to keep a token
                .csrf(csrf -> csrf.disable())
                .addFilterBefore(new CrossSiteRequests(problems), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(OWN_CONTENT_ONLY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(calls -> applyTable(calls, rows))
                .build();
    }

    private static void applyTable(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry calls,
            List<TableRow> rows) {
        // What the server dispatches to itself was allowed, or refused, when it came in
        DispatcherType[] own = Arrays.stream(DispatcherType.values())
                .filter(type -> type != DispatcherType.REQUEST)
                .toArray(DispatcherType[]::new);
        calls.dispatcherTypeMatchers(own).permitAll();
        for (TableRow row : rows) {
            if (row.rule().isOpen()) {
                calls.requestMatchers(row).permitAll();
            } else {
                calls.requestMatchers(row)
                        .hasAnyRole(row.rule().roles().stream().map(Role::name).toArray(String[]::new));
            }
        }
        calls.anyRequest().denyAll();
    }
}
