package org.conductregister.query.statistics.http;

import java.util.List;
import java.util.Map;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.tabular.DataTable;
import org.springframework.stereotype.Component;

/**
 * The tables that calls of the API give, for pages: what is asked for on a page is what can be asked by a program. Safe for use
 * by several threads.
 */
@Component
public final class TableCalls {

    /** A call that gives a table. */
    public enum Call {
        COUNT(""),
        SERIES("/series"),
        DURATIONS("/durations"),
        FLOWS("/flows");

        private final String path;

        Call(String path) {
            this.path = StatisticsController.PATH + path;
        }

        public String path() {
            return path;
        }
    }

    private final StatisticsController counts;
    private final MovementController movements;

    TableCalls(StatisticsController counts, MovementController movements) {
        this.counts = counts;
        this.movements = movements;
    }

    /**
     * Answers a call.
     *
     * @param parameters by name, as in the call's address
     * @throws org.conductregister.query.pointintime.InvalidParametersException when the call would be refused
     */
    public DataTable table(Call call, Map<String, List<String>> parameters) {
        var asked = new Parameters(parameters);
        var answer = switch (call) {
            case COUNT -> counts.count(asked);
            case SERIES -> counts.series(asked);
            case DURATIONS -> movements.durations(asked);
            case FLOWS -> movements.flows(asked);
        };
        return answer.table().get();
    }
}
