package org.conductregister.query.casefile;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.terms.identifiers.CaseId;
import org.springframework.stereotype.Component;

/** The numbers that forces and other bodies give cases, to be shown beside the register's own. */
@Component
public class CaseReferences {

    private final CaseStates cases;

    CaseReferences(CaseStates cases) {
        this.cases = cases;
    }

    /** How far the cases are known, on which a reader of references waits. */
    public Head head() {
        return cases.head();
    }

    /** Returns the reference of each of the cases that has one, by the case's id. Reads each case. */
    public Map<String, String> of(Collection<String> ids, PointInTime times) {
        var references = new HashMap<String, String>();
        cases.at(ids.stream().distinct().map(CaseId::new).toList(), times).forEach((id, state) -> {
            var opening = state.opening();
            if (opening != null && opening.reference() != null) {
                references.put(id.value(), opening.reference().value());
            }
        });
        return references;
    }
}
