package org.conductregister.query.statistics.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.cells.Features;
import org.conductregister.query.statistics.paths.Points;
import org.conductregister.query.statistics.paths.UnitState;
import org.jspecify.annotations.Nullable;

/** The points of one unit, as the writer appends them. */
final class UnitPoints implements Points.OfUnit {

    private final Column position = new Column();
    private final Column day = new Column();
    private final Column delta = new Column();
    private final Column member = new Column();
    private final Column cell = new Column();
    private final Column person = new Column();
    private final Column reported = new Column();
    private final Column referred = new Column();
    private final Cells cells = new Cells();
    private final Names records = new Names();
    private final Names parts = new Names();
    private final Map<List<Object>, Integer> members = new HashMap<>();
    private final Cells profiles = new Cells();
    private final Cells states = new Cells();
    private final Map<Guise, Integer> guiseNumbers = new HashMap<>();
    private final List<Guise> guises = new ArrayList<>();
    private final Features<?> features;
    private int currentPosition;

    private record Guise(int member, int profile, int person, int reported, int referred) {}

    UnitPoints(Features<?> features) {
        this.features = features;
    }

    void entry(int at) {
        currentPosition = at;
    }

    @Override
    public int member(String record, @Nullable String part) {
        return members.computeIfAbsent(Arrays.asList(record, part), unmet -> {
            records.add(record);
            return parts.add(part);
        });
    }

    @Override
    public int profile(Object[] lasting) {
        return profiles.numberOf(lasting);
    }

    @Override
    public int state(Object[] moving) {
        return states.numberOf(moving) + 1;
    }

    @Override
    public int guise(int ofMember, int profile, int of, int reportedOn, int referredOn) {
        return guiseNumbers.computeIfAbsent(new Guise(ofMember, profile, of, reportedOn, referredOn), unmet -> {
            guises.add(unmet);
            return guises.size() - 1;
        });
    }

    @Override
    public void point(int onDay, int guise, int from, int to) {
        append(onDay, -1, guises.get(guise), from);
        append(onDay, 1, guises.get(guise), to);
    }

    private void append(int onDay, int plusOrMinus, Guise guise, int state) {
        if (state != UnitState.NOT_THERE) {
            position.append(currentPosition);
            day.append(onDay);
            delta.append(plusOrMinus);
            member.append(guise.member());
            cell.append(cells.numberOf(values(guise.profile(), state)));
            person.append(guise.person());
            reported.append(guise.reported());
            referred.append(guise.referred());
        }
    }

    private Object[] values(int profile, int state) {
        var lasting = profiles.values()[profile];
        var moving = states.values()[state - 1];
        var values = new Object[lasting.length + moving.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (features.isLasting(i) ? lasting : moving)[features.place(i)];
        }
        return values;
    }

    /** What there is now; later appends do not show in it. */
    UnitView view() {
        return new UnitView(
                position.size(),
                position.values(),
                day.values(),
                delta.values(),
                member.values(),
                cell.values(),
                person.values(),
                reported.values(),
                referred.values(),
                cells.size(),
                cells.values(),
                records.size(),
                records.values(),
                parts.values());
    }
}
