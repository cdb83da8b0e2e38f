package org.conductregister.web.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The session of whoever asks, for the script that warns of its end. */
@RestController
class SessionPage {

    static final String PATH = "/session";

    private final Sessions sessions;
    private final SessionContextRepository repository;

    SessionPage(Sessions sessions, SessionContextRepository repository) {
        this.sessions = sessions;
        this.repository = repository;
    }

    /**
     * How long the session lasts.
     *
     * @param secondsLeft until it ends, unless it is used before
     * @param secondsAtMost until it ends, used or not
     * @param warning how many seconds before its end to warn
     */
    record Left(long secondsLeft, long secondsAtMost, long warning) {}

    /** Asking does not keep the session alive. */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Left> left(HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(repository.of(request).map(this::left).orElseGet(() -> new Left(0, 0, 0)));
    }

    private Left left(Session session) {
        var now = sessions.now();
        var atMost = Duration.between(now, session.lastEnd());
        return new Left(
                session.left(now).toSeconds(),
                session.isOpen() ? atMost.toSeconds() : 0,
                sessions.properties().warningAtMostHalf().toSeconds());
    }

    /** Keeps the session alive, as opening a page does. */
    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Left> stay(HttpServletRequest request, HttpServletResponse response) {
        var renewed = repository.of(request).filter(Session::isOpen).flatMap(sessions::renewed);
        renewed.ifPresent(cookie -> cookie.write(request, response));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(renewed.flatMap(sessions::find).map(this::left).orElseGet(() -> new Left(0, 0, 0)));
    }
}
