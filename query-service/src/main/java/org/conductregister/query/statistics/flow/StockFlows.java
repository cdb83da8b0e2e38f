package org.conductregister.query.statistics.flow;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.statistics.Flows.Group;
import org.conductregister.query.statistics.Flows.Period;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.terms.states.HandlingStatus;

/**
 * Flows as differences of counts, where each member is in one group on all days: more members than at the beginning were
 * received, more reopenings were made, and what is then missing at the end was closed.
 */
final class StockFlows {

    /** The number of members of a group, that of those pending, and the number of times that they were reopened in all. */
    private static final class Stock {

        final List<Object> values;
        long members;
        long pending;
        long reopenings;

        Stock(List<Object> values) {
            this.values = values;
        }
    }

    private StockFlows() {}

    /**
     * The flows of periods that follow one another.
     *
     * @param from the first day of the first period
     * @param counts by the dimensions asked for, status and reopenings: as at the day before {@code from}, and as at the last
     *     day of each period
     * @param dimensions the number of dimensions asked for
     */
    static List<Period> of(LocalDate from, List<Series.Point> counts, int dimensions) {
        var periods = new ArrayList<Period>(counts.size() - 1);
        var before = stocks(counts.getFirst().groups(), dimensions);
        var first = from;
        for (var point : counts.subList(1, counts.size())) {
            var after = stocks(point.groups(), dimensions);
            periods.add(new Period(first, point.asAt(), groups(before, after)));
            before = after;
            first = point.asAt().plusDays(1);
        }
        return periods;
    }

    /** Groups that differ in status and reopenings alone follow one another. */
    private static List<Stock> stocks(List<Table.Group> groups, int dimensions) {
        var stocks = new ArrayList<Stock>();
        Stock last = null;
        for (var group : groups) {
            var values = group.values().subList(0, dimensions);
            if (last == null || !last.values.equals(values)) {
                last = new Stock(values);
                stocks.add(last);
            }
            boolean pending = group.values().get(dimensions).equals(HandlingStatus.PENDING.name());
            last.members += group.count();
            last.pending += pending ? group.count() : 0;
            last.reopenings += (int) group.values().get(dimensions + 1) * group.count();
        }
        return stocks;
    }

    /** Goes through both lists, which are in order of the values. No group is lost: members stay where they are. */
    private static List<Group> groups(List<Stock> before, List<Stock> after) {
        var groups = new ArrayList<Group>(after.size());
        int i = 0;
        for (var stock : after) {
            while (i < before.size() && CellLayout.ORDER.compare(before.get(i).values, stock.values) < 0) {
                i++;
            }
            boolean isNew = i == before.size() || !before.get(i).values.equals(stock.values);
            var group = flow(isNew ? new Stock(stock.values) : requireNonNull(before.get(i)), stock);
            if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static Group flow(Stock before, Stock after) {
        long received = after.members - before.members;
        long reopened = after.reopenings - before.reopenings;
        long closed = before.pending + received + reopened - after.pending;
        return new Group(after.values, before.pending, received, closed, reopened, after.pending);
    }

    /** The dimensions that {@link #of} needs beside those asked for. */
    static List<String> groupBy(List<String> asked, String reopenings) {
        var groupBy = new ArrayList<>(asked);
        groupBy.add("status");
        groupBy.add(reopenings);
        return groupBy;
    }
}
