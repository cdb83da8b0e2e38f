package org.conductregister.query.casefile;

import java.util.Map;
import org.conductregister.cases.CaseState;
import org.conductregister.officers.Employment;
import org.conductregister.terms.OfficerId;

/**
 * How a case stood.
 *
 * @param employment of each officer that an allegation of it was against
 */
public record CaseStanding(CaseState state, Map<OfficerId, Employment> employment) {}
