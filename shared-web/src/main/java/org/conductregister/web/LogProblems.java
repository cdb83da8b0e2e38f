package org.conductregister.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.conductregister.eventstore.database.LogFailures;
import org.conductregister.eventstore.database.LogTrouble;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The problems that are answered where the event log, or the disk that it and imports are kept on, is what failed. */
public final class LogProblems {

    /** The problem of a look at records while the access log cannot be written. */
    public static final Problem ACCESS_LOG_UNAVAILABLE = unavailable(
            "ACCESS_LOG_UNAVAILABLE",
            "It cannot be kept at present who looks at what, so nothing is shown. Try again later; an administrator has to see"
                    + " to it if it lasts.");

    private static final int SECONDS_TO_WAIT = 10;

    /** As the C libraries of Unix systems say it, and Java after them: there is no other sign. */
    private static final String DISK_FULL = "No space left on device";

    private LogProblems() {}

    /** Returns the problems that a call which writes may be answered with; each tells when to ask again. */
    public static List<Problem> ofWriting() {
        return Arrays.stream(LogTrouble.Kind.values()).map(LogProblems::problem).toList();
    }

    /** Returns the problems that any call may be answered with, as each reads what was logged. */
    public static List<Problem> ofReading() {
        return List.of(
                problem(LogTrouble.Kind.UNREACHABLE),
                problem(LogTrouble.Kind.DAMAGED),
                problem(LogTrouble.Kind.ENTRIES_LOST),
                ACCESS_LOG_UNAVAILABLE);
    }

    /** Empty where the failure has another cause. */
    public static Optional<ResponseEntity<Object>> behind(Throwable failure) {
        return isDiskFull(failure)
                ? Optional.of(answer(LogTrouble.Kind.NO_ROOM))
                : LogFailures.kindBehind(failure).map(LogProblems::answer);
    }

    private static boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && cause.getMessage() != null
                    && cause.getMessage().contains(DISK_FULL)) {
                return true;
            }
        }
        return false;
    }

    private static ResponseEntity<Object> answer(LogTrouble.Kind kind) {
        Problem problem = problem(kind);
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(SECONDS_TO_WAIT))
                .body(problem);
    }

    private static Problem problem(LogTrouble.Kind kind) {
        return switch (kind) {
            case NO_ROOM -> CommonProblems.NO_ROOM;
            case NOT_WRITABLE ->
                unavailable(
                        "LOG_NOT_WRITABLE",
                        "Entries cannot be written at present. Nothing may have been recorded: send the same again"
                                + " later.");
            case UNREACHABLE ->
                unavailable(
                        "LOG_UNREACHABLE",
                        "The database of the event log does not answer at present. Whether anything was recorded is not"
                                + " certain: send the same again later, with the same entryId.");
            case SLOW ->
                unavailable(
                        "LOG_SLOW",
                        "Too many entries wait to be written. Nothing was recorded: send the same again later.");
            case CLOCK_BEHIND ->
                unavailable(
                        "CLOCK_BEHIND",
                        "The register's clock is behind the last entry. Nothing was recorded: an administrator has to"
                                + " see to it.");
            case DAMAGED ->
                unavailable(
                        "LOG_DAMAGED",
                        "Part of the event log cannot be read, so nothing is recorded and this cannot be answered: an"
                                + " administrator has to see to it.");
            case ENTRIES_LOST -> unavailable("ENTRIES_LOST", "Entries are lost: an administrator has to see to it.");
        };
    }

    private static Problem unavailable(String code, String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
    }
}
