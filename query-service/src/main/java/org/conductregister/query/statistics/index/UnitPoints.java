package org.conductregister.query.statistics.index;

import org.conductregister.query.statistics.paths.Points;
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
    private int currentPosition;

    void entry(int at) {
        currentPosition = at;
    }

    @Override
    public int member(String record, @Nullable String part) {
        records.add(record);
        return parts.add(part);
    }

    @Override
    public int cell(Object[] values) {
        return cells.numberOf(values);
    }

    @Override
    public void point(int onDay, int plusOrMinus, int ofMember, int inCell, int of, int reportedOn, int referredOn) {
        position.append(currentPosition);
        day.append(onDay);
        delta.append(plusOrMinus);
        member.append(ofMember);
        cell.append(inCell);
        person.append(of);
        reported.append(reportedOn);
        referred.append(referredOn);
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
