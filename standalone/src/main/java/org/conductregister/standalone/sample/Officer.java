package org.conductregister.standalone.sample;

import org.conductregister.entries.RecordId;
import org.conductregister.terms.OfficerId;
import org.conductregister.terms.PersonName;
import org.conductregister.terms.Workforce;

/** A fictional person serving with the police. */
record Officer(OfficerId id, Force force, Workforce workforce, PersonName name) {

    RecordId record() {
        return RecordId.of(id);
    }
}
