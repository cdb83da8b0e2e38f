package org.conductregister.query.statistics.benchmark.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.conductregister.query.statistics.benchmark.oracle.RowSink.Member;
import org.conductregister.query.statistics.benchmark.queries.Answer;
import org.conductregister.query.statistics.benchmark.queries.Query;
import org.conductregister.query.statistics.benchmark.queries.QueryParameters;

/** One way to keep the register in a database, and to ask it there. */
public final class Structure {

    private final String name;
    private final Connection connection;
    private final Function<Query, Optional<Statement>> statements;
    private final Map<Query, PreparedStatement> prepared = new EnumMap<>(Query.class);

    Structure(String name, Connection connection, Function<Query, Optional<Statement>> statements) {
        this.name = name;
        this.connection = connection;
        this.statements = statements;
    }

    public String name() {
        return name;
    }

    public boolean answers(Query query) {
        return statements.apply(query).isPresent();
    }

    /** The rows of the answer, every value a number: what is timed. */
    public List<long[]> ask(QueryParameters asked) throws SQLException {
        var statement = statements.apply(asked.query()).orElseThrow();
        var select = prepared.get(asked.query());
        if (select == null) {
            select = connection.prepareStatement(statement.text());
            prepared.put(asked.query(), select);
        }
        int parameter = 1;
        for (var value : statement.parameters()) {
            select.setObject(parameter++, value.of(asked, connection));
        }
        var rows = new ArrayList<long[]>();
        try (ResultSet result = select.executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new long[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = result.getLong(i + 1);
                }
                rows.add(row);
            }
        }
        return asked.query().isSeries() && statement.ofChanges() ? Months.addUp(rows) : rows;
    }

    /** The rows in words. */
    public static Answer inWords(QueryParameters asked, List<long[]> rows) {
        if (asked.query().listsMembers()) {
            var lines = new ArrayList<String>();
            lines.add("total " + (rows.isEmpty() ? 0 : rows.getFirst()[3]));
            rows.forEach(row -> lines.add(new Member(row[0], (int) row[1], (int) row[2], 0).named()));
            return new Answer(lines);
        }
        return Answer.ofGroups(rows.stream().map(row -> inWords(asked, row)).toList());
    }

    private static String inWords(QueryParameters asked, long[] row) {
        var line = new StringBuilder();
        int at = 0;
        if (asked.query().isSeries()) {
            line.append(QueryParameters.MONTHS.get((int) row[at++])).append(' ');
        }
        for (var column : asked.query().groupBy()) {
            line.append(column.word((int) row[at++])).append(' ');
        }
        return line.append(row[at]).toString();
    }
}
