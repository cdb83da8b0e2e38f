package org.conductregister.query.statistics.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.tabular.Column;
import org.conductregister.query.tabular.Column.Kind;
import org.conductregister.query.tabular.DataTable;
import org.conductregister.query.tabular.DataTable.RowSink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of members as tables: what names each, and its value of each dimension. Safe for use by several threads. */
@Component
public final class MemberTables {

    /** The number read at a time where all are written. */
    private static final int AT_A_TIME = 5_000;

    private final StatisticsEngine engine;
    private final StatisticsTables tables;

    MemberTables(StatisticsEngine engine, StatisticsTables tables) {
        this.engine = engine;
        this.tables = tables;
    }

    /**
     * A member, and what else is said of it.
     *
     * @param reference of its case; null where that has none, or it is in none
     * @param more a cell for each further column
     */
    public record Listed(Member member, @Nullable String reference, List<? extends @Nullable Object> more) {}

    /** Reads a page of members, in an order that stays. */
    @FunctionalInterface
    public interface Pages {

        List<Listed> read(long offset, int limit);
    }

    private record Identity(Column column, Function<Listed, @Nullable Object> value) {

        private static Identity text(String name, String title, Function<Member, @Nullable Object> value) {
            return new Identity(new Column(name, title, Kind.TEXT), listed -> value.apply(listed.member()));
        }
    }

    /**
     * A table of some members.
     *
     * @param more the further columns, which stand behind what names the member
     */
    public DataTable of(Subject subject, List<Column> more, List<Listed> members) {
        return table(subject, more, members.size(), sink -> {
            for (var member : members) {
                write(subject.unit(), member, sink);
            }
        });
    }

    /** A table of many, which are read a page at a time while they are written. */
    public DataTable of(Subject subject, List<Column> more, long total, Pages pages) {
        return table(subject, more, total, sink -> {
            for (long offset = 0; offset < total; offset += AT_A_TIME) {
                for (var member : pages.read(offset, AT_A_TIME)) {
                    write(subject.unit(), member, sink);
                }
            }
        });
    }

    private DataTable table(Subject subject, List<Column> more, long total, DataTable.Rows rows) {
        var columns = new ArrayList<Column>();
        identities(subject.unit()).forEach(identity -> columns.add(identity.column()));
        columns.addAll(more);
        values(subject.unit()).forEach(name -> {
            var column = tables.column(subject.unit(), name);
            columns.add(new Column("values." + name, column.title(), column.kind()));
        });
        return new DataTable(tables.heading(subject), columns, total, rows);
    }

    private void write(Unit unit, Listed listed, RowSink sink) throws IOException {
        var member = listed.member();
        var row = new ArrayList<@Nullable Object>();
        identities(unit).forEach(identity -> row.add(identity.value().apply(listed)));
        row.addAll(listed.more());
        values(unit).forEach(name -> row.add(tables.cell(name, member.values().get(name))));
        sink.row(row);
    }

    /** The names of the dimensions but for those that name the member. */
    private List<String> values(Unit unit) {
        return engine.dimensions(unit).stream()
                .map(Dimension::name)
                .filter(name -> unit != Unit.RESPONSES
                        || !Set.of("force", "recommendationId").contains(name))
                .toList();
    }

    private static List<Identity> identities(Unit unit) {
        var caseId = Identity.text("caseId", "Case", Member::record);
        var reference = new Identity(new Column("reference", "Reference", Kind.TEXT), Listed::reference);
        var officer = Identity.text("officerId", "Officer", Member::officerId);
        return switch (unit) {
            case ALLEGATIONS ->
                List.of(caseId, reference, Identity.text("allegationId", "Allegation", Member::part), officer);
            case CASES -> List.of(caseId, reference);
            case OFFICERS -> List.of(officer);
            case REFERRALS ->
                List.of(
                        caseId,
                        reference,
                        new Identity(
                                new Column("referredOn", "Referred on", Kind.DAY),
                                listed -> listed.member().referredOn()));
            case RESPONSES ->
                List.of(
                        Identity.text("recommendationId", "Recommendation", Member::record),
                        Identity.text("force", "Force", Member::part));
        };
    }
}
