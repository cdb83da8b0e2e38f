package org.conductregister.query.statistics.benchmark.oracle;

import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.officers.Employment;
import org.conductregister.officers.OfficerState;
import org.jspecify.annotations.Nullable;

/**
 * An allegation at the end of a day.
 *
 * @param officer what the facts of the person it is against add up to; null while nobody is identified
 * @param employment theirs, with the dismissals ordered; null likewise
 */
record UnitAt(
        CaseState of,
        AllegationState allegation,
        @Nullable OfficerState officer,
        @Nullable Employment employment) {}
