package org.conductregister.platform;

import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.conductregister.platform.people.Sight;

/**
 * The user who recorded an entry, and the request in which they did: stored in the metadata of every event. Controllers
 * take it as a parameter and pass it on, so it does not depend on the thread that does the work.
 *
 * @param recordedBy the user's id
 * @param correlationId the same for everything that one request caused, here and in other systems
 * @param sight on whose cases they may record
 */
public record Provenance(String recordedBy, String correlationId, Sight sight) {

    public static final String RECORDED_BY = "recordedBy";
    public static final String CORRELATION_ID = "correlationId";

    /** The provenance of somebody who may record on all cases. */
    public Provenance(String recordedBy, String correlationId) {
        this(recordedBy, correlationId, Sight.EVERYTHING);
    }

    public MetaData metaData() {
        return MetaData.from(Map.of(RECORDED_BY, recordedBy, CORRELATION_ID, correlationId));
    }
}
