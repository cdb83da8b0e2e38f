package org.conductregister.standalone.sample.script;

import org.conductregister.entries.RecordId;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.PersonName;

/** A fictional person serving with the police. */
public record Officer(OfficerId id, Force force, Workforce workforce, PersonName name) {

    public RecordId record() {
        return RecordId.of(id);
    }
}
