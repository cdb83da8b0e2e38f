package org.conductregister.query.pointintime;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.conductregister.platform.RegisterDay;
import org.conductregister.web.pages.PageInstant;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the times that a page is asked for, more leniently than the API, and describes them in words. {@code knownAt}
 * may also be the value of a form: a day, meaning all of it, or a day and a time of day, both in London.
 */
@Component
public class PageTimes {

    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /** The end of a time of day that says how far from UTC it is. */
    private static final Pattern OFFSET = Pattern.compile("T.*(Z|[+-]\\d\\d(:?\\d\\d)?)$");

    private final Clock clock;
    private final Words words;
    private final LogEnd log;

    PageTimes(Clock clock, Words words, LogEnd log) {
        this.clock = clock;
        this.words = words;
        this.log = log;
    }

    public LocalDate today() {
        return RegisterDay.by(clock);
    }

    /** Labels on the page are as known then, too. What cannot be read is noted as a fault with the parameters, and today or now stands in for it. */
    public AskedTimes asked(Parameters parameters) {
        var asAt = parameters.day("asAt");
        var knownAt = parameters.moment("knownAt", PageTimes::moment);
        long atLeast = parameters.number("atLeast", 0, 0, Long.MAX_VALUE);
        if (knownAt != null) {
            PageInstant.set(knownAt);
        }
        return AskedTimes.of(asAt == null ? today() : asAt, knownAt == null ? PointInTime.NOW : knownAt, atLeast, log);
    }

    /** As at today, as known now, for a page that asks for no times. */
    public AskedTimes now(long atLeast) {
        return AskedTimes.of(today(), PointInTime.NOW, atLeast, log);
    }

    /** An instant as people state it; null where none is stated, or it cannot be read, which is then noted as a fault. */
    public @Nullable Instant moment(Parameters parameters, String name) {
        return parameters.moment(name, PageTimes::moment);
    }

    private static Instant moment(String text) {
        if (OFFSET.matcher(text).find()) {
            return Instant.parse(text);
        } else if (text.contains("T")) {
            return LocalDateTime.parse(text).atZone(Words.LONDON).toInstant();
        }
        return endOf(LocalDate.parse(text));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Words.LONDON).toInstant().minusNanos(1);
    }

    /**
     * The form in which a page shows its two times and has them changed.
     *
     * @param kept what else stands in the address
     */
    public TimesForm shown(String action, AskedTimes asked, Map<String, List<String>> kept) {
        boolean now = asked.knownAt().equals(PointInTime.NOW);
        return new TimesForm(
                action,
                asked.asAt(),
                now ? "" : INPUT.format(asked.knownAt().atZone(Words.LONDON)),
                now,
                sentence(asked),
                new LinkedHashMap<>(kept));
    }

    /** Such as "As at 2 June 2018, as known on 9 June 2018". */
    public String sentence(AskedTimes asked) {
        var today = asked.asAt().equals(today()) ? "today, " : "";
        return "As at " + today + words.day(asked.asAt()) + ", as known " + known(asked.knownAt());
    }

    private String known(Instant knownAt) {
        if (knownAt.equals(PointInTime.NOW)) {
            return "now";
        }
        var there = knownAt.atZone(Words.LONDON);
        return there.toLocalTime().equals(LocalTime.MAX)
                ? "on " + words.day(there.toLocalDate())
                : "on " + words.moment(knownAt);
    }
}
