package org.conductregister.web.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.RememberedPasswords;
import org.conductregister.platform.users.SignInProperties;
import org.conductregister.web.ProblemWriter;
import org.conductregister.web.accesslog.AccessLogFilter;
import org.conductregister.web.kept.AnsweredPosts;
import org.conductregister.web.kept.KeptForms;
import org.conductregister.web.kept.TypedAgain;
import org.conductregister.web.load.ReadPlacesFilter;
import org.conductregister.web.load.UploadPlaces;
import org.conductregister.web.requests.HostNameFilter;
import org.conductregister.web.sessions.SessionContextRepository;
import org.conductregister.web.sessions.SessionCookie;
import org.conductregister.web.sessions.SessionRenewal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

@AutoConfiguration(before = ServletWebSecurityAutoConfiguration.class)
@Import({SignInPage.class, Visitor.class})
class AccessAutoConfiguration {

    private static final String OWN_CONTENT_ONLY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /** The abilities of browsers that no page here needs. */
    private static final String NOTHING_OF_THE_MACHINE = "accelerometer=(), browsing-topics=(), camera=(), "
            + "display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), "
            + "midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    /** Written over HTTPS alone, where browsers look at it. */
    private static final ClearSiteDataHeaderWriter NOTHING_KEPT =
            new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE);

    @Bean
    SignInThrottle signInThrottle(Clock clock) {
        return new SignInThrottle(clock);
    }

    /** None: an observation around each filter of each request costs more than the filters, and requests are measured as a whole. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    ThrottledAuthentication namesAndPasswords(
            UserDetailsService users,
            RememberedPasswords passwords,
            SignInThrottle throttle,
            ApplicationEventPublisher events) {
        return new ThrottledAuthentication(users, passwords, throttle, events);
    }

    @Bean
    SecurityFilterChain accessRules(
            HttpSecurity http,
            SessionContextRepository signedIn,
            AccessLogFilter looks,
            SessionRenewal renewal,
            AnsweredPosts answered,
            TypedAgain typed,
            KeptForms forms,
            UploadPlaces places,
            ReadPlacesFilter reads,
            ProblemWriter problems,
            SignInProperties signIn,
            HostNameFilter hosts,
            @Value("${" + ScrapeCredential.PROPERTY + ":}") String scrapePassword,
            Optional<IdentityProvider> provider,
            ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        List<AccessRuleMatcher> rows = AccessRules.rows();
        AccessProblemHandler accessProblems = new AccessProblemHandler(
                rows,
                new AllowedMethods(rows, mappings),
                problems,
                signedIn,
                forms,
                new SignInMethods(signIn.hasPasswords(), provider.isPresent()));
        if (signIn.hasPasswords()) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(accessProblems))
                    .formLogin(form -> form.loginPage(SignInAddress.PATH)
                            .successHandler(SignInPage::signedIn)
                            .failureHandler(SignInPage::refused));
        }
        provider.ifPresent(known -> known.configure(http));
        return http.addFilterAfter(hosts, HeaderWriterFilter.class)
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(accessProblems).accessDeniedHandler(accessProblems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(signedIn))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(NOTHING_KEPT))
                        .logoutSuccessHandler((request, response, who) -> SignInPage.left(request, response, provider)))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens())
                        .requireCsrfProtectionMatcher(AccessAutoConfiguration::needsFormToken))
                .addFilterAfter(looks, SecurityContextHolderFilter.class)
                .addFilterAfter(renewal, SecurityContextHolderFilter.class)
                .addFilterAfter(answered, SessionRenewal.class)
                .addFilterAfter(typed, AuthorizationFilter.class)
                .addFilterAfter(reads, AuthorizationFilter.class)
                .addFilterBefore(new ScrapeCredential(scrapePassword), BasicAuthenticationFilter.class)
                .addFilterBefore(new FileFormFilter(rows, places, problems, accessProblems), CsrfFilter.class)
                .addFilterBefore(new CrossSiteRequestFilter(problems), AuthorizationFilter.class)
                .headers(headers -> headers.addHeaderWriter((request, response) ->
                                response.setHeader("Content-Security-Policy", contentPolicy(provider)))
                        .permissionsPolicyHeader(features -> features.policy(NOTHING_OF_THE_MACHINE))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(calls -> applyTable(calls, rows))
                .build();
    }

    @Bean
    AccessRulesCheck accessRulesCheck(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        return new AccessRulesCheck(AccessRules.rows(), mappings);
    }

    private static String contentPolicy(Optional<IdentityProvider> provider) {
        return provider.map(known -> OWN_CONTENT_ONLY + " " + known.formTargets())
                .orElse(OWN_CONTENT_ONLY);
    }

    private static CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("register-form");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    /**
     * Whoever is known by the cookie needs one, and whoever asks for it. Who sends credentials with the call needs none:
     * {@link CrossSiteRequestFilter} sees to those that browsers add.
     */
    private static boolean needsFormToken(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && (SessionCookie.isOn(request) || SignInPage.isSent(request));
    }

    private static void applyTable(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry calls,
            List<AccessRuleMatcher> rows) {
        // What the server forwards or includes was allowed, or refused, when it came in; a read that waited is looked
        // at again
        calls.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.INCLUDE, DispatcherType.ERROR)
                .permitAll();
        for (AccessRuleMatcher row : rows) {
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
