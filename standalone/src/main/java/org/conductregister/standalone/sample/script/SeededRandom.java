package org.conductregister.standalone.sample.script;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Random choices that are the same for the same seed. {@link Random} is the one generator whose sequence the Java platform
 * specifies, so the sample is the same on every machine and version. For one thread.
 */
public final class SeededRandom {

    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(12, 25), MonthDay.of(12, 26), MonthDay.of(12, 27));

    private final Random random;

    /** @param what the purpose; sequences for different purposes are independent */
    public SeededRandom(long seed, String what) {
        this.random = new Random((seed + what.hashCode()) * 0x9E3779B97F4A7C15L);
    }

    /** Returns a number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Returns true {@code chance} times in a hundred. */
    public boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public <T> List<T> shuffled(List<T> things) {
        var shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Returns a working day from {@code first} to {@code last}, both included; any day where there is no working day. */
    public LocalDate workingDay(LocalDate first, LocalDate last) {
        var day = first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay()) + 1));
        return workingDay(day, first, last);
    }

    /** Returns {@code count} working days, the earliest first. */
    public List<LocalDate> workingDays(int count, LocalDate first, LocalDate last) {
        var days = new ArrayList<LocalDate>(count);
        for (int i = 0; i < count; i++) {
            days.add(workingDay(first, last));
        }
        Collections.sort(days);
        return days;
    }

    /** The day itself or the nearest working day before it, or after it where that would be too early. */
    public static LocalDate workingDay(LocalDate day, LocalDate first, LocalDate last) {
        var before = day;
        while (!isWorkingDay(before)) {
            before = before.minusDays(1);
        }
        if (!before.isBefore(first)) {
            return before;
        }
        var after = day;
        while (!isWorkingDay(after)) {
            after = after.plusDays(1);
        }
        return after.isAfter(last) ? day : after;
    }

    private static boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
        return !weekend && !HOLIDAYS.contains(MonthDay.from(day));
    }
}
