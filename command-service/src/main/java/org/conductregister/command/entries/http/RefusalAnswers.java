package org.conductregister.command.entries.http;

import java.util.List;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.*;
import org.conductregister.entries.RecordId;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Puts refusals into problem documents. */
public final class RefusalAnswers {

    private RefusalAnswers() {}

    /**
     * Returns the answer to a refusal.
     *
     * @param pointer to the entry refused, in the body
     */
    public static Problem problem(Refusal refusal, String pointer) {
        var problem = Problem.of(statusOf(refusal), refusal.code(), refusal.sentence(), errors(refusal, pointer));
        var other = standingAgainst(refusal);
        if (other == null) {
            return problem;
        }
        return switch (other.kind()) {
            case CASE -> problem.becauseOfCase(other.id());
            case OFFICER -> problem.becauseOfOfficer(other.id());
            case RECOMMENDATION -> problem;
        };
    }

    /** The other record because of which an entry is refused; null where there is none. */
    private static @Nullable RecordId standingAgainst(Refusal refusal) {
        return switch (refusal) {
            case MarkedDuplicate r -> r.original();
            case AgainstAnotherRecord r -> r.clash().other();
            case RuleBroken r -> null;
            case LaterFactImpossible r -> null;
            case OutOfSight r -> null;
            case InTheFuture r -> null;
            case EntryIdTaken r -> null;
            case VersionStale r -> null;
            case ConcurrentChange r -> null;
        };
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
            case OutOfSight r -> ofEntry(refusal, pointer);
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
            case OutOfSight r ->
                switch (r.kind()) {
                    case FORCE_NOT_YOURS, CONFLICT_OF_INTEREST -> HttpStatus.FORBIDDEN;
                    case CASE_ID_NOT_AVAILABLE,
                            REFERENCE_TAKEN,
                            MARKED_DUPLICATE,
                            DUPLICATE_OF_DUPLICATE,
                            HAS_DUPLICATES -> HttpStatus.CONFLICT;
                };
            case InTheFuture r -> HttpStatus.CONFLICT;
            case EntryIdTaken r -> HttpStatus.CONFLICT;
            case ConcurrentChange r -> HttpStatus.CONFLICT;
            case VersionStale r -> HttpStatus.PRECONDITION_FAILED;
        };
    }
}
