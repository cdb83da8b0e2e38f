package org.conductregister.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.conductregister.platform.users.SignInProperties;
import org.conductregister.platform.users.Users;
import org.conductregister.web.RequestedPath;
import org.conductregister.web.sessions.Session.State;
import org.conductregister.web.sessions.SessionProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a browser is sent that asks for a page before anybody signed in, and from where it is sent on afterwards. */
@Controller
class SignInPage {

    private static final Map<String, String> NOTICES = Map.of(
            "left", "You have signed out.",
            "here", "You have signed out of this register. You are still signed in at your organisation.",
            "cancelled", "You did not sign in.",
            "again", "That sign-in took too long, or was begun in another window. Sign in again.",
            "unconfirmed", "Your organisation’s sign-in did not confirm who you are. Sign in again.");

    private static final String ENDED = "ended";

    private final Users users;
    private final SessionProperties times;
    private final SignInProperties settings;
    private final Optional<IdentityProvider> provider;

    SignInPage(Users users, SessionProperties times, SignInProperties settings, Optional<IdentityProvider> provider) {
        this.users = users;
        this.times = times;
        this.settings = settings;
        this.provider = provider;
    }

    @GetMapping(SignInAddress.PATH)
    String ask(
            @RequestParam(name = SignInAddress.ON, required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String changed,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) @Nullable String kept,
            @RequestParam(required = false) @Nullable String unsent,
            @RequestParam(required = false) @Nullable String wait,
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam MultiValueMap<String, String> said,
            Model page) {
        var reason = refused == null ? Optional.<String>empty() : provider.map(known -> known.sentenceFor(refused));
        page.addAttribute(SignInAddress.ON, SignInAddress.isOurs(to) ? to : null);
        page.addAttribute("failed", failed != null);
        page.addAttribute("changed", changed != null);
        page.addAttribute("refused", reason.orElse(null));
        page.addAttribute("notice", notice(said.keySet()));
        page.addAttribute("ended", ended == null ? null : sentence(ended));
        page.addAttribute("kept", kept != null);
        page.addAttribute("unsent", unsent != null);
        page.addAttribute("wait", wait != null && wait.matches("\\d{1,4}") ? wait : null);
        page.addAttribute("trial", users.hasTrialUsers());
        page.addAttribute("passwords", settings.hasPasswords());
        page.addAttribute(
                "provider", provider.map(known -> known.signInAddress(to)).orElse(null));
        return "sign-in";
    }

    /** Back from the provider, where somebody has signed out. */
    @GetMapping("/signed-out")
    String signedOut(Model page) {
        return ask(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new LinkedMultiValueMap<>(Map.of("left", List.of(""))),
                page);
    }

    private static @Nullable String notice(Set<String> said) {
        return said.stream()
                .map(NOTICES::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Why a session ended, as a sentence; any other text is taken for none of the reasons. */
    private String sentence(String ended) {
        if (ended.equals(State.IDLE.name())) {
            return "You were signed out because nothing was done here for %s.".formatted(inWords(times.idle()));
        } else if (ended.equals(State.OVER.name())) {
            return "You were signed out because you had been signed in for %s.".formatted(inWords(times.longest()));
        }
        return "You were signed out.";
    }

    private static String inWords(Duration duration) {
        long minutes = Math.max(1, duration.toMinutes());
        if (minutes % 60 == 0) {
            return minutes == 60 ? "an hour" : minutes / 60 + " hours";
        }
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }

    static boolean isSent(HttpServletRequest request) {
        return RequestedPath.of(request).equals(SignInAddress.PATH);
    }

    /** The address to sign in at, and then to go on to what was asked for. */
    static String addressFor(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return SignInAddress.PATH;
        }
        var query = request.getQueryString();
        return SignInAddress.leadingTo(RequestedPath.asSent(request) + (query == null ? "" : "?" + query));
    }

    /** The same, after a session that has ended. */
    static String addressFor(HttpServletRequest request, State ended) {
        var address = addressFor(request);
        return address + (address.contains("?") ? "&" : "?") + ENDED + "=" + ended;
    }

    /** The address to sign in at, and then to go on to an address. */
    static String addressFor(String to, State ended, boolean typedIsKept) {
        return SignInAddress.saying((typedIsKept ? "kept&" : "") + ENDED + "=" + ended, to);
    }

    /** The address to sign in at, and then to choose the file again that was sent after the session had ended. */
    static String addressAfterFile(State ended) {
        return SignInAddress.saying("unsent&" + ENDED + "=" + ended, FileFormFilter.TAKEN_AT);
    }

    static void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        var to = request.getParameter(SignInAddress.ON);
        response.sendRedirect(request.getContextPath() + (SignInAddress.isOurs(to) ? to : "/"));
    }

    static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var word = failure instanceof TooManyAttemptsException tooMany ? "wait=" + tooMany.secondsToWait() : "failed";
        response.sendRedirect(
                request.getContextPath() + SignInAddress.saying(word, request.getParameter(SignInAddress.ON)));
    }

    /** Signs out at the provider too, where somebody signed in there. */
    static void left(HttpServletRequest request, HttpServletResponse response, Optional<IdentityProvider> provider)
            throws IOException {
        var there = provider.flatMap(known -> known.signOut(request, response));
        response.sendRedirect(there.orElseGet(() -> request.getContextPath() + SignInAddress.saying("left", null)));
    }
}
