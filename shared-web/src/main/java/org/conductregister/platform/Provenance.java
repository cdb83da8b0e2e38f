package org.conductregister.platform;

import java.util.Map;
import org.axonframework.messaging.MetaData;

/**
 * The user who recorded an entry, and the request in which they did: stored in the metadata of every event. Controllers
 * take it as a parameter and pass it on, so it does not depend on the thread that does the work.
 *
 * @param recordedBy the user's name
 * @param correlationId the same for everything that one request caused, here and in other systems
 */
public record Provenance(String recordedBy, String correlationId) {

    public static final String RECORDED_BY = "recordedBy";
    public static final String CORRELATION_ID = "correlationId";

    public MetaData metaData() {
        return MetaData.from(Map.of(RECORDED_BY, recordedBy, CORRELATION_ID, correlationId));
    }
}
