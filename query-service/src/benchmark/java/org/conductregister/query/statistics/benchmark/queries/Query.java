package org.conductregister.query.statistics.benchmark.queries;

import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.benchmark.oracle.Column;

/** The questions of the benchmark, and what is asked of the statistics for each. */
public enum Query {
    Q1("pending and closed of everything as at T", 1_000, 3_000, 20, Column.STATUS),
    Q2("status by outcome for one force as at T", 3_000, 8_000, 300, Column.STATUS, Column.OUTCOME),
    Q3("force by status as at T", 3_000, 8_000, 300, Column.FORCE, Column.STATUS),
    Q4_UNIFORM("status as at V, known at K: any", 10_000, 30_000, 500, Column.STATUS),
    Q4_DIAGONAL("status as at V, known at K: within a month", 10_000, 30_000, 500, Column.STATUS),
    Q4_BACKFILL("status as at V, known at K: ten years recorded in a day", 10_000, 30_000, 500, Column.STATUS),
    Q5("monthly series over 12 years for one force, by status", 20_000, 50_000, 200, Column.STATUS),
    Q6("reported in a year, one source, by result as at T", 50_000, 150_000, 50, Column.RESULT),
    Q7("members of a count as at V, known at K: first 50", 1_000_000, 3_000_000, 1),
    Q8(
            "source by category by result, reported in a range, a tag left out, as at V, known at K",
            25_000_000,
            60_000_000,
            2,
            Column.SOURCE,
            Column.CATEGORY,
            Column.RESULT);

    /** How many members a page has. */
    public static final int PAGE = 50;

    private final String words;
    private final long targetMedian;
    private final long targetP99;
    private final double targetRatio;
    private final List<Column> groupBy;

    Query(String words, long targetMedian, long targetP99, double targetRatio, Column... groupBy) {
        this.words = words;
        this.targetMedian = targetMedian;
        this.targetP99 = targetP99;
        this.targetRatio = targetRatio;
        this.groupBy = List.of(groupBy);
    }

    public String words() {
        return words;
    }

    /** In nanoseconds, as is {@link #targetP99()}. */
    public long targetMedian() {
        return targetMedian;
    }

    public long targetP99() {
        return targetP99;
    }

    /** How many times the best of the databases it is to be, by medians. */
    public double targetRatio() {
        return targetRatio;
    }

    public List<Column> groupBy() {
        return groupBy;
    }

    /** Returns the ratios to be reached against other structures, by name. */
    public Map<String, Double> targetRatios() {
        return this == Q1 ? Map.of("PostgreSQL cumulative", 20.0, "DuckDB intervals", 5_000.0) : Map.of();
    }

    public boolean isSeries() {
        return this == Q5;
    }

    public boolean listsMembers() {
        return this == Q7;
    }

    /** Whether it asks what was known at an instant; else what is known now. */
    public boolean asksKnownAt() {
        return switch (this) {
            case Q4_UNIFORM, Q4_DIAGONAL, Q4_BACKFILL, Q7, Q8 -> true;
            case Q1, Q2, Q3, Q5, Q6 -> false;
        };
    }
}
