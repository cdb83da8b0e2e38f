package org.conductregister.platform;

import java.util.Map;
import org.axonframework.messaging.MetaData;

/**
 * Who recorded an entry, and in which call: what goes into the metadata of every event. Controllers take it as a
 * parameter and hand it on, so that it is there on whatever thread the work is done.
 *
 * @param recordedBy the user's name
 * @param correlationId ties together all that came of one call, here and in the systems around it
 */
public record Provenance(String recordedBy, String correlationId) {

    public static final String RECORDED_BY = "recordedBy";
    public static final String CORRELATION_ID = "correlationId";

    public MetaData metaData() {
        return MetaData.from(Map.of(RECORDED_BY, recordedBy, CORRELATION_ID, correlationId));
    }
}
