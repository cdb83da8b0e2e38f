package org.conductregister.query.casefile;

import java.util.Map;
import org.conductregister.cases.CaseState;
import org.conductregister.officers.Employment;
import org.conductregister.terms.identifiers.OfficerId;

/**
 * The state of a case and its officers at a time.
 *
 * @param employment of each officer against whom the case has an allegation
 */
public record CaseStanding(CaseState state, Map<OfficerId, Employment> employment) {}
