package org.conductregister.query.statistics.benchmark.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;

/**
 * The plan by which entries are generated, and when its teams come up. Instants are microseconds since 1970-01-01.
 *
 * @param backfill whether everything known by the tenth anniversary was recorded on the day before it, a team at a time
 * @param spacing from the beginning of one team to that of the next
 */
public record Plan(long seed, boolean backfill, double spacing) {

    public static final LocalDate FIRST_DAY = LocalDate.of(2014, 1, 1);
    public static final int YEARS = 12;

    /** By then as many entries are recorded as were asked for, or nearly. */
    public static final LocalDate END = FIRST_DAY.plusYears(YEARS);

    static final long DAY = 86_400_000_000L;
    private static final long BEGINNING = micros(FIRST_DAY);
    private static final long TAKEOVER = micros(FIRST_DAY.plusYears(10));
    private static final int SAMPLE = 4_000;

    /** New teams are begun at such a rate that about {@code events} entries are recorded in {@link #YEARS} years. */
    public static Plan of(long seed, long events, boolean backfill) {
        var loose = new Plan(seed, false, DAY / 100.0);
        double mean = LongStream.range(0, SAMPLE)
                .mapToInt(number -> new Team(loose, number).entries().size())
                .average()
                .orElseThrow();
        double recordedLater = 0.94;
        return new Plan(seed, backfill, recordedLater * (micros(END) - BEGINNING) * mean / events);
    }

    public static long micros(LocalDate day) {
        return day.toEpochDay() * DAY;
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** The day on which an instant lies. */
    public static LocalDate day(long micros) {
        return LocalDate.ofEpochDay(Math.floorDiv(micros, DAY));
    }

    /** The instants between which what was taken over was recorded. */
    public static Instant takeoverBegins() {
        return FIRST_DAY.plusYears(10).minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** When a team's first fact happens. */
    long begins(long team) {
        return BEGINNING + (long) (team * spacing);
    }

    /** No entry of the team, nor of a later one, is recorded before. */
    long recordedFrom(long team) {
        return backfill ? recordedAt(team, begins(team), 0) : begins(team);
    }

    /**
     * When an entry is recorded that would have been at some instant, had the register been there.
     *
     * @param place among the entries of its team
     */
    long recordedAt(long team, long otherwise, int place) {
        if (!backfill || otherwise >= TAKEOVER) {
            return otherwise;
        }
        double share = (begins(team) - BEGINNING) / (double) (TAKEOVER - BEGINNING);
        return TAKEOVER - DAY + (long) (share * (DAY - 1_000_000)) + place;
    }

    /** How many teams have begun by an instant: those that any entry recorded until then is of. */
    public long teamsUntil(long micros) {
        long low = 0;
        long high = (long) ((TAKEOVER - BEGINNING) * 3 / spacing) + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (recordedFrom(middle) <= micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
