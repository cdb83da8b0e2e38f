package org.conductregister.command.entries;

import java.util.List;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.*;
import org.conductregister.command.decisions.RefusedException;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Puts refusals into problem documents. */
@RestControllerAdvice
class RefusalAnswers {

    @ExceptionHandler
    ResponseEntity<Object> refused(RefusedException e) {
        var refusal = e.refusal();
        var item = Item.at("/" + e.index(), refusal.code(), refusal.sentence());
        return Problem.of(statusOf(refusal), refusal.code(), refusal.sentence(), List.of(item))
                .response();
    }

    private static HttpStatus statusOf(Refusal refusal) {
        return switch (refusal) {
            case RuleBroken r -> HttpStatus.CONFLICT;
            case LaterFactImpossible r -> HttpStatus.CONFLICT;
            case InTheFuture r -> HttpStatus.CONFLICT;
            case EntryIdTaken r -> HttpStatus.CONFLICT;
            case ConcurrentChange r -> HttpStatus.CONFLICT;
            case VersionStale r -> HttpStatus.PRECONDITION_FAILED;
        };
    }
}
