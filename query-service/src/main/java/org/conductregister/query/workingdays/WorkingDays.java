package org.conductregister.query.workingdays;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.conductregister.platform.datedlists.BankHoliday;

/**
 * The working days of England and Wales: Monday to Friday without bank holidays, as known at an instant. Bank holidays are those of
 * Jollyday from 1900 to 2100, which agree with the official list from 2016 on; other years have none. Those that were announced
 * specially are known from the day of the announcement on, and until then the day they replaced was one. Immutable.
 */
public final class WorkingDays {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final int FIRST_DAY = Math.toIntExact(FIRST.toEpochDay());

    /** 1970-01-01 was a Thursday. */
    private static final int DAYS_FROM_MONDAY_TO_EPOCH = 3;

    private static final int WEEK = 7;
    private static final int WORKING_WEEK = 5;

    private static final Cache<Known, WorkingDays> CALENDARS =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(32).build();

    /**
     * Special bank holidays, in order of their announcement. The days of announcement are those of reports of the time: 23 November
     * 2010 (Guardian), 12 November 2020 (Culture Secretary; Deeside.com), 10 September 2022 (order of the King in Council;
     * Hartlepool Mail), 6 November 2022 (Prime Minister; Edinburgh Reporter). No report of the very day was found of 5 January 2010, nor
     * of 7 June 2019, which was reported the day after (LBC). Later ones are stated by administrators, and overrule these.
     */
    private static final List<Announcement> ANNOUNCEMENTS = List.of(
            new Announcement(
                    LocalDate.of(2010, 1, 5),
                    Set.of(LocalDate.of(2012, 6, 4), LocalDate.of(2012, 6, 5)),
                    Set.of(LocalDate.of(2012, 5, 28))),
            new Announcement(LocalDate.of(2010, 11, 23), Set.of(LocalDate.of(2011, 4, 29)), Set.of()),
            new Announcement(
                    LocalDate.of(2019, 6, 7), Set.of(LocalDate.of(2020, 5, 8)), Set.of(LocalDate.of(2020, 5, 4))),
            new Announcement(
                    LocalDate.of(2020, 11, 12),
                    Set.of(LocalDate.of(2022, 6, 2), LocalDate.of(2022, 6, 3)),
                    Set.of(LocalDate.of(2022, 5, 30))),
            new Announcement(LocalDate.of(2022, 9, 10), Set.of(LocalDate.of(2022, 9, 19)), Set.of()),
            new Announcement(LocalDate.of(2022, 11, 6), Set.of(LocalDate.of(2023, 5, 8)), Set.of()));

    /** The number of bank holidays from Monday to Friday from {@link #FIRST} up to each day after it. */
    private final short[] holidays;

    /**
     * Bank holidays that were announced specially.
     *
     * @param on the day from whose beginning they are known
     * @param added the bank holidays
     * @param removed the bank holidays in whose place they are
     */
    private record Announcement(LocalDate on, Set<LocalDate> added, Set<LocalDate> removed) {

        boolean isKnownAt(Instant instant) {
            return !instant.isBefore(on.atStartOfDay(ZONE).toInstant());
        }
    }

    /**
     * The parts of a calendar.
     *
     * @param announcements the number of those known
     * @param stated what is known of days beside the calendar; it overrules
     */
    private record Known(int announcements, List<BankHoliday> stated) {}

    private WorkingDays(Known known) {
        var days = new TreeSet<>(Jollyday.BANK_HOLIDAYS);
        for (var unknown : ANNOUNCEMENTS.subList(known.announcements(), ANNOUNCEMENTS.size())) {
            days.removeAll(unknown.added());
            days.addAll(unknown.removed());
        }
        for (var stated : known.stated()) {
            if (stated.holiday()) {
                days.add(stated.day());
            } else {
                days.remove(stated.day());
            }
        }
        this.holidays = new short[Math.toIntExact(LAST.toEpochDay()) - FIRST_DAY + 1];
        int count = 0;
        for (int i = 0; i < holidays.length; i++) {
            var day = LocalDate.ofEpochDay((long) FIRST_DAY + i);
            count += days.contains(day) && isWeekday(day) ? 1 : 0;
            holidays[i] = (short) count;
        }
    }

    /** Read when working days are asked for first: its calendar is an XML file. */
    private static final class Jollyday {

        static final Set<LocalDate> BANK_HOLIDAYS = HolidayManager.getInstance(
                        ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM))
                .getHolidays(FIRST, LAST, "eng")
                .stream()
                .map(Holiday::getActualDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The working days as known at an instant; O(1), but for the first time.
     *
     * @param stated what was known then of days beside the calendar, each day once; it overrules the calendar
     */
    public static WorkingDays knownAt(Instant instant, List<BankHoliday> stated) {
        int known = 0;
        while (known < ANNOUNCEMENTS.size() && ANNOUNCEMENTS.get(known).isKnownAt(instant)) {
            known++;
        }
        return CALENDARS.get(new Known(known, stated), WorkingDays::new);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
    }

    /**
     * Returns the number of working days from an arbitrary day up to another, that day included. The working days after one day, up
     * to another, are the difference; O(1).
     *
     * @param day as days since 1970-01-01
     */
    public int upTo(int day) {
        return weekdaysUpTo(day) - holidaysUpTo(day);
    }

    private static int weekdaysUpTo(int day) {
        long sinceMonday = (long) day + DAYS_FROM_MONDAY_TO_EPOCH;
        long weeks = Math.floorDiv(sinceMonday, WEEK);
        int ofWeek = Math.floorMod(sinceMonday, WEEK) + 1;
        return (int) (weeks * WORKING_WEEK + Math.min(ofWeek, WORKING_WEEK));
    }

    private int holidaysUpTo(int day) {
        if (day < FIRST_DAY) {
            return 0;
        }
        return holidays[Math.min(day - FIRST_DAY, holidays.length - 1)];
    }
}
