package org.conductregister.query.publications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.conductregister.query.analysts.AnalystTables;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.InvalidParametersException;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.publications.PublicationAnswers.PublicationAnswer;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.tabular.DataTable;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.conductregister.web.pages.LeastCount;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Registers published figures, and answers about them; the same for the API and for pages. */
@Component
class Publications {

    static final int LONGEST_TITLE = 300;
    static final int LONGEST_QUESTION = 4_000;
    static final int LONGEST_QUERY = 8_000;

    private final PublicationTable table;
    private final ReproducedFigures figures;
    private final StatisticsEngine engine;
    private final PageTimes times;
    private final AnalystTables analysts;

    Publications(
            PublicationTable table,
            ReproducedFigures figures,
            StatisticsEngine engine,
            PageTimes times,
            AnalystTables analysts) {
        this.table = table;
        this.figures = figures;
        this.engine = engine;
        this.times = times;
        this.analysts = analysts;
    }

    /**
     * A table to be registered, as somebody sent it; null where they left it out.
     *
     * @param digest of the table that they have; where it is another, that is refused
     */
    record Sent(
            @Nullable String title,
            @Nullable String question,
            @Nullable String query,
            @Nullable String asAt,
            @Nullable String knownAt,
            @Nullable String digest) {}

    /**
     * Registers a figure.
     *
     * @throws org.conductregister.web.ProblemException {@code PUBLICATION_INVALID} naming each field at fault, {@code
     *     FIGURE_DIFFERS} where its digest is another
     */
    Publication register(Sent sent, String by) {
        var faults = new ArrayList<Item>();
        var title = text(sent.title(), "title", LONGEST_TITLE, true, faults);
        var question = text(sent.question(), "question", LONGEST_QUESTION, false, faults);
        var query = query(sent.query(), faults);
        var asAt = day(sent.asAt(), query, faults);
        var knownAt = instant(sent.knownAt(), latest(times.now(0)), faults);
        var claimed = sent.digest() == null ? "" : sent.digest().strip();
        if (!claimed.isEmpty() && LeastCount.isSet()) {
            faults.add(Item.at("/digest", null, "is not compared for who is not told small counts; leave it out"));
        }
        refuse(faults);
        if (query == null || knownAt == null) {
            throw new IllegalStateException("what is missing was refused");
        }
        analysts.refuseTooFine(query.at(asAt, knownAt));
        var answer = answer(query, asAt, knownAt);
        var digest = ReproducedFigures.digest(answer);
        if (!claimed.isEmpty() && !claimed.equals(digest)) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "FIGURE_DIFFERS",
                            "At these times the table has the digest %s, which is not the one sent.".formatted(digest))
                    .exception();
        }
        var definitions = answer.heading().notes().getOrDefault("Definitions", "");
        return table.add(
                by,
                at -> new Publication(
                        UUID.randomUUID().toString(),
                        title,
                        question,
                        query.toString(),
                        asAt,
                        knownAt,
                        definitions,
                        digest,
                        at,
                        by,
                        null));
    }

    private DataTable answer(PublishedQuery query, @Nullable LocalDate asAt, Instant knownAt) {
        try {
            return figures.table(query, asAt, knownAt);
        } catch (InvalidParametersException e) {
            throw invalid(e.faults().stream()
                    .map(fault -> Item.at("/query", null, fault.parameter() + " " + fault.detail()))
                    .toList());
        }
    }

    /** The latest instant that anything is known at: of the last entry, or the last change of a list or publication beside the log. */
    private Instant latest(AskedTimes now) {
        return now.of(engine.head()).knownAt();
    }

    private static String text(@Nullable String text, String name, int longest, boolean required, List<Item> faults) {
        var stripped = text == null ? "" : text.strip();
        if (required && stripped.isEmpty()) {
            faults.add(Item.at("/" + name, null, "is missing"));
        } else if (stripped.length() > longest) {
            faults.add(Item.at("/" + name, null, "must not be longer than %,d characters".formatted(longest)));
        }
        return stripped;
    }

    private static @Nullable PublishedQuery query(@Nullable String text, List<Item> faults) {
        var stripped = text(text, "query", LONGEST_QUERY, true, faults);
        if (stripped.isEmpty()) {
            return null;
        }
        try {
            return PublishedQuery.parse(stripped);
        } catch (IllegalArgumentException e) {
            faults.add(Item.at("/query", null, String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static @Nullable LocalDate day(@Nullable String text, @Nullable PublishedQuery query, List<Item> faults) {
        boolean stated = text != null && !text.isBlank();
        if (query != null && query.isOfOneDay() != stated) {
            faults.add(Item.at("/asAt", null, stated ? "does not go with a call of several days" : "is missing"));
        }
        if (text == null || !stated) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            faults.add(Item.at("/asAt", null, "must be a day of the calendar, as YYYY-MM-DD"));
            return null;
        }
    }

    /** The instant must have passed: what is known at a later one may still change. */
    private static @Nullable Instant instant(@Nullable String text, Instant latest, List<Item> faults) {
        if (text == null || text.isBlank()) {
            faults.add(Item.at("/knownAt", null, "is missing"));
            return null;
        }
        try {
            var instant = Instant.parse(text.strip());
            if (instant.isAfter(latest)) {
                faults.add(
                        Item.at(
                                "/knownAt",
                                null,
                                "must not be after the last entry or change of a list; take the knownAt that the answer states"));
            }
            return instant;
        } catch (DateTimeParseException e) {
            faults.add(Item.at("/knownAt", null, "must be an instant in UTC, such as 2018-06-02T09:30:00Z"));
            return null;
        }
    }

    private static void refuse(List<Item> faults) {
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
    }

    private static RuntimeException invalid(List<Item> faults) {
        var words = faults.stream()
                .map(fault -> String.valueOf(fault.pointer()).substring(1) + " " + fault.detail())
                .toList();
        return Problem.of(HttpStatus.BAD_REQUEST, "PUBLICATION_INVALID", String.join("; ", words), faults)
                .exception();
    }

    /** All of them, the latest first, each with what has changed since. */
    List<PublicationAnswer> all(AskedTimes asked) {
        var now = latest(asked);
        return table.all().stream().map(one -> answer(one, now)).toList();
    }

    PublicationAnswer one(String publicationId, AskedTimes asked) {
        var now = latest(asked); // waits: nobody is told that there is none before that is known
        return answer(published(publicationId), now);
    }

    private PublicationAnswer answer(Publication one, Instant now) {
        return PublicationAnswer.of(one, figures.isReproduced(one), figures.changedSince(one, now));
    }

    /** @throws org.conductregister.web.ProblemException {@code PUBLICATION_UNKNOWN} */
    Publication published(String publicationId) {
        return table.of(publicationId)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND,
                                "PUBLICATION_UNKNOWN",
                                "No figure was published under %s.".formatted(publicationId))
                        .exception());
    }

    /** The table that was published, in the layout that was asked for. */
    DataTable table(Publication one) {
        return figures.laidOut(PublishedQuery.parse(one.query()), one.asAt(), one.knownAt());
    }

    /** @throws org.conductregister.web.ProblemException where it is withdrawn already, or there is no reason */
    Publication withdraw(String publicationId, @Nullable String reason, String by) {
        var one = published(publicationId);
        if (one.withdrawal() != null) {
            throw Problem.of(HttpStatus.CONFLICT, "PUBLICATION_WITHDRAWN", "It has been withdrawn already.")
                    .exception();
        }
        var faults = new ArrayList<Item>();
        var stated = text(reason, "reason", LONGEST_TITLE, true, faults);
        refuse(faults);
        table.withdraw(one, stated, by);
        return published(publicationId);
    }
}
