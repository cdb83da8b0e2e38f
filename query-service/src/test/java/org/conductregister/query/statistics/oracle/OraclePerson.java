package org.conductregister.query.statistics.oracle;

import static org.conductregister.query.statistics.oracle.OracleCase.require;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.*;

/** One person as they stand after the facts of their own told so far; dismissals ordered in cases are added by the oracle. */
final class OraclePerson {

    private static final Set<String> GONE = Set.of("RESIGNED", "RETIRED", "DISMISSED", "LEFT_OTHER");

    /** Whether what cannot follow is refused: facts of several numbers may follow each other as they like. */
    private final boolean strict;

    LocalDate registered, again, left;
    final Set<LocalDate> leftDays = new HashSet<>();
    String rank, gender, ethnicity;
    String force, workforce, employment = "UNKNOWN", barred = "NONE", pension = "KEPT";

    OraclePerson(boolean strict) {
        this.strict = strict;
    }

    void tell(LocalDate day, Fact fact) {
        switch (fact) {
            case OfficerRegistered f -> {
                refuseUnless(registered == null || gone());
                boolean returns = registered != null && gone();
                again = registered == null ? null : day;
                registered = day;
                force = f.force().value();
                workforce = f.workforce().name();
                rank = f.rank() == null ? "UNKNOWN" : f.rank().value();
                gender = f.gender() == null ? "UNKNOWN" : f.gender().value();
                ethnicity = f.ethnicity() == null ? "UNKNOWN" : f.ethnicity().value();
                if (returns || employment.equals("UNKNOWN")) {
                    employment = "SERVING";
                }
            }
            case OfficerPutOnRestrictedDuties f -> serve("RESTRICTED_DUTIES");
            case OfficerSuspended f -> serve("SUSPENDED");
            case OfficerReturnedToFullDuties f -> serve("SERVING");
            case OfficerResigned f -> leave(day, "RESIGNED");
            case OfficerRetired f -> leave(day, "RETIRED");
            case OfficerDismissed f -> leave(day, "DISMISSED");
            case OfficerLeft f -> leave(day, "LEFT_OTHER");
            case OfficerTransferred f -> {
                refuseUnless(!gone());
                force = f.force().value();
            }
            case OfficerBarred f -> barred = "BARRED";
            case OfficerPlacedOnAdvisoryList f -> barred = "ADVISORY";
            case OfficerDelisted f -> barred = "NONE";
            case PensionForfeited f -> pension = "FORFEITED";
            default -> throw new OracleCase.Impossible();
        }
    }

    boolean gone() {
        return GONE.contains(employment);
    }

    private void serve(String how) {
        refuseUnless(!gone());
        employment = how;
    }

    private void leave(LocalDate day, String how) {
        refuseUnless(!gone());
        employment = how;
        left = day;
        leftDays.add(day);
    }

    private void refuseUnless(boolean possible) {
        if (strict) {
            require(possible);
        }
    }
}
