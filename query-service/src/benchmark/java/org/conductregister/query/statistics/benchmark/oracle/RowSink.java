package org.conductregister.query.statistics.benchmark.oracle;

/** Where the rows of databases go. Instants are microseconds, days are days since 1970-01-01. */
public interface RowSink {

    /** For a day, that it has no end; 9999-12-31. */
    int NO_LAST_DAY = 2_932_896;

    /** For an instant, that it has not come. */
    long STILL_KNOWN = Long.MAX_VALUE;

    /**
     * An allegation was in a state, from a day until before another, as was known from an instant until before another.
     */
    void interval(Member member, State state, int validFrom, int validTo, long knownFrom, long knownTo);

    /** One allegation more or one less in a state, from a day on, since an instant. */
    void point(State state, int day, long recordedAt, int delta);

    /**
     * One allegation.
     *
     * @param team the number of the team
     * @param caseNumber the number of its case
     * @param number the number of the case's allegation
     * @param met when it was first recorded
     */
    record Member(long team, int caseNumber, int number, long met) {

        static Member of(AllegationKey place, long met) {
            var parts = place.record().split("-");
            return new Member(
                    Long.parseLong(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(place.part().substring(1)),
                    met);
        }

        /** As it is named in answers. */
        public String named() {
            return "C-%d-%d A%d".formatted(team, caseNumber, number);
        }
    }
}
