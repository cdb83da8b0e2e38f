package org.conductregister.command.entries.http;

import java.util.List;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.*;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.springframework.http.HttpStatus;

/** Puts refusals into problem documents. */
final class RefusalAnswers {

    private RefusalAnswers() {}

    /** @param pointer to the entry refused, in the body */
    static Problem problem(Refusal refusal, String pointer) {
        return Problem.of(statusOf(refusal), refusal.code(), refusal.sentence(), errors(refusal, pointer));
    }

    /** None where it is not an entry that is at fault. */
    private static List<Item> errors(Refusal refusal, String pointer) {
        return switch (refusal) {
            case VersionStale r -> List.of();
            case ConcurrentChange r -> List.of();
            case RuleBroken r -> ofEntry(refusal, pointer);
            case LaterFactImpossible r -> ofEntry(refusal, pointer);
            case MarkedDuplicate r -> ofEntry(refusal, pointer);
            case AgainstAnotherRecord r -> ofEntry(refusal, pointer);
            case InTheFuture r -> ofEntry(refusal, pointer);
            case EntryIdTaken r -> ofEntry(refusal, pointer);
        };
    }

    private static List<Item> ofEntry(Refusal refusal, String pointer) {
        return List.of(Item.at(pointer, refusal.code(), refusal.sentence()));
    }

    private static HttpStatus statusOf(Refusal refusal) {
        return switch (refusal) {
            case RuleBroken r -> HttpStatus.CONFLICT;
            case LaterFactImpossible r -> HttpStatus.CONFLICT;
            case MarkedDuplicate r -> HttpStatus.CONFLICT;
            case AgainstAnotherRecord r -> HttpStatus.CONFLICT;
            case InTheFuture r -> HttpStatus.CONFLICT;
            case EntryIdTaken r -> HttpStatus.CONFLICT;
            case ConcurrentChange r -> HttpStatus.CONFLICT;
            case VersionStale r -> HttpStatus.PRECONDITION_FAILED;
        };
    }
}
