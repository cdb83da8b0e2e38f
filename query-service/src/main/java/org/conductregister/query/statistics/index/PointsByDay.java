package org.conductregister.query.statistics.index;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The points between the days of a series, by a counting sort.
 *
 * @param points by their place in the columns, those of the first day first
 * @param begins where the points of each day begin, and where the last ones end
 */
record PointsByDay(int[] points, int[] begins) {

    /** @param days ascending */
    static PointsByDay of(UnitView view, int size, List<LocalDate> days) {
        var dayNumbers =
                days.stream().mapToInt(day -> Math.toIntExact(day.toEpochDay())).toArray();
        var begins = new int[dayNumbers.length + 1];
        if (dayNumbers.length == 0) {
            return new PointsByDay(new int[0], begins);
        }
        int first = dayNumbers[0];
        int last = dayNumbers[dayNumbers.length - 1];
        var place = places(dayNumbers);
        for (int i = 0; i < size; i++) {
            int day = view.day()[i];
            if (day <= last) {
                begins[place[Math.max(day - first, 0)] + 1]++;
            }
        }
        for (int i = 1; i < begins.length; i++) {
            begins[i] += begins[i - 1];
        }
        var points = new int[begins[begins.length - 1]];
        var next = begins.clone();
        for (int i = 0; i < size; i++) {
            int day = view.day()[i];
            if (day <= last) {
                points[next[place[Math.max(day - first, 0)]]++] = i;
            }
        }
        return new PointsByDay(points, begins);
    }

    /** For each calendar day from the first to the last of the series: the series' day that it counts towards. */
    private static int[] places(int[] days) {
        var place = new int[days[days.length - 1] - days[0] + 1];
        int at = 0;
        for (int i = 0; i < place.length; i++) {
            if (days[0] + i > days[at]) {
                at++;
            }
            place[i] = at;
        }
        return place;
    }

    void forEach(int day, IntConsumer action) {
        for (int i = begins[day]; i < begins[day + 1]; i++) {
            action.accept(points[i]);
        }
    }
}
