package org.conductregister.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.conductregister.platform.users.Users;
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

    private final Users users;

    SignInPage(Users users) {
        this.users = users;
    }

    @GetMapping(PATH)
    String ask(
            @RequestParam(name = ON, required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String left,
            @RequestParam(required = false) @Nullable String changed,
            Model page) {
        page.addAttribute(ON, isOurs(to) ? to : null);
        page.addAttribute("failed", failed != null);
        page.addAttribute("left", left != null);
        page.addAttribute("changed", changed != null);
        page.addAttribute("trial", users.hasTrialUsers());
        return "sign-in";
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

    static void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        var to = request.getParameter(ON);
        response.sendRedirect(request.getContextPath() + (isOurs(to) ? to : "/"));
    }

    static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var to = request.getParameter(ON);
        var again = PATH + "?failed";
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
