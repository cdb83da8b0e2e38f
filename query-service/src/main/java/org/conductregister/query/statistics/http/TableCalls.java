package org.conductregister.query.statistics.http;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    /** Parameters of a call of counts that a table for publication has no use for. */
    private static final Pattern NOT_PUBLISHED = Pattern.compile("&(zeros|per)=[^&]*");

    private final StatisticsController counts;
    private final MovementController movements;

    TableCalls(StatisticsController counts, MovementController movements) {
        this.counts = counts;
        this.movements = movements;
    }

    /**
     * The address at which the table of a call is made ready for publication, or refused with the reason.
     *
     * @param address of a call
     * @param path of the call or the page that does it
     */
    public static String forPublication(String address, String path) {
        int mark = address.indexOf('?');
        boolean counted = address.substring(0, mark).equals(Call.COUNT.path());
        var parameters = address.substring(mark);
        return path
                + (counted
                                ? NOT_PUBLISHED
                                        .matcher("&" + parameters.substring(1))
                                        .replaceAll("")
                                : parameters)
                        .replaceFirst("^[?&]", "?");
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
