package org.conductregister.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.conductregister.platform.users.Users;
import org.conductregister.web.sessions.Session.State;
import org.conductregister.web.sessions.SessionProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a browser is sent that asks for a page before anybody signed in, and from where it is sent on afterwards. */
@Controller
class SignInPage {

    static final String PATH = "/sign-in";
    private static final String ON = "to";

    private static final String ENDED = "ended";

    private final Users users;
    private final SessionProperties times;

    SignInPage(Users users, SessionProperties times) {
        this.users = users;
        this.times = times;
    }

    @GetMapping(PATH)
    String ask(
            @RequestParam(name = ON, required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String left,
            @RequestParam(required = false) @Nullable String changed,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) @Nullable String kept,
            @RequestParam(required = false) @Nullable String wait,
            Model page) {
        page.addAttribute(ON, isOurs(to) ? to : null);
        page.addAttribute("failed", failed != null);
        page.addAttribute("left", left != null);
        page.addAttribute("changed", changed != null);
        page.addAttribute("ended", ended == null ? null : sentence(ended));
        page.addAttribute("kept", kept != null);
        page.addAttribute("wait", wait != null && wait.matches("\\d{1,4}") ? wait : null);
        page.addAttribute("trial", users.hasTrialUsers());
        return "sign-in";
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
        return request.getRequestURI().equals(request.getContextPath() + PATH);
    }

    /** Where to sign in, and then to go on to what was asked for. */
    static String addressFor(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return PATH;
        }
        var query = request.getQueryString();
        var to = request.getRequestURI().substring(request.getContextPath().length())
                + (query == null ? "" : "?" + query);
        return to.equals("/") ? PATH : with(PATH + "?" + ON + "=", to);
    }

    /** The same, after a session that has ended. */
    static String addressFor(HttpServletRequest request, State ended) {
        var address = addressFor(request);
        return address + (address.contains("?") ? "&" : "?") + ENDED + "=" + ended;
    }

    /** Where to sign in, and then to go on to an address. */
    static String addressFor(String to, State ended, boolean typedIsKept) {
        return with(PATH + "?" + (typedIsKept ? "kept&" : "") + ENDED + "=" + ended + "&" + ON + "=", to);
    }

    static void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        var to = request.getParameter(ON);
        response.sendRedirect(request.getContextPath() + (isOurs(to) ? to : "/"));
    }

    static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var to = request.getParameter(ON);
        var again = failure instanceof TooManyAttemptsException tooMany
                ? PATH + "?wait=" + tooMany.secondsToWait()
                : PATH + "?failed";
        response.sendRedirect(request.getContextPath() + (isOurs(to) ? with(again + "&" + ON + "=", to) : again));
    }

    static void left(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        response.sendRedirect(request.getContextPath() + PATH + "?left");
    }

    private static String with(String address, String to) {
        return address + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    /** Only an address of this register: what follows the sign-in must not be a way out of it. */
    private static boolean isOurs(@Nullable String to) {
        return to != null
                && to.startsWith("/")
                && !to.startsWith("//")
                && to.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }
}
