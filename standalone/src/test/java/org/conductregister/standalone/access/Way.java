package org.conductregister.standalone.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A way in which somebody says who they are. */
enum Way {
    /** Name and password with each call. */
    BASIC {
        @Override
        Caller as(StartedRegister register, String user) {
            var credentials =
                    Base64.getEncoder().encodeToString((user + ":" + StartedRegister.PASSWORD).getBytes(UTF_8));
            return path -> register.anonymous(path).header("Authorization", "Basic " + credentials);
        }
    },
    /** A token of the organisation's provider, with the claims of somebody who is there what the user is here. */
    BEARER {
        @Override
        Caller as(StartedRegister register, String user) {
            var token = register.tokenLike(user);
            return path -> register.anonymous(path).header("Authorization", "Bearer " + token);
        }
    },
    /** The cookie of somebody who signed in with the form, and with each form its token. */
    COOKIE {
        @Override
        Caller as(StartedRegister register, String user) throws IOException, InterruptedException {
            var form = register.send(
                    register.anonymous("/sign-in").header("Accept", "text/html").build());
            var sent = "username=%s&password=%s&_csrf=%s"
                    .formatted(
                            URLEncoder.encode(user, UTF_8),
                            URLEncoder.encode(StartedRegister.PASSWORD, UTF_8),
                            URLEncoder.encode(token(form.body()), UTF_8));
            var signedIn = register.send(register.anonymous("/sign-in")
                    .header("Cookie", cookies(form))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(sent))
                    .build());
            assertThat(signedIn.statusCode()).isEqualTo(302);
            assertThat(signedIn.headers().firstValue("Location")).hasValue("/");
            var session = cookies(signedIn);
            var page = register.send(register.anonymous("/help")
                    .header("Accept", "text/html")
                    .header("Cookie", session)
                    .build());
            var all = session + "; " + cookies(page);
            var token = token(page.body());
            return path -> register.anonymous(path).header("Cookie", all).header("X-XSRF-TOKEN", token);
        }
    };

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** Makes requests of somebody. */
    interface Caller {
        HttpRequest.Builder request(String path);
    }

    abstract Caller as(StartedRegister register, String user) throws IOException, InterruptedException;

    private static String token(String page) {
        var token = TOKEN.matcher(page);
        assertThat(token.find()).as(page).isTrue();
        return token.group(1);
    }

    private static String cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .filter(cookie -> !cookie.endsWith("="))
                .collect(Collectors.joining("; "));
    }
}
