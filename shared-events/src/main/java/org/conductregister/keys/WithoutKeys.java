package org.conductregister.keys;

import java.util.List;
import org.conductregister.eventstore.stored.NewEvent;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.terms.text.Confidential;

/** Reads a log without a key: all personal text is as if erased. Nothing can be written with it. Thread-safe. */
public final class WithoutKeys implements PayloadSeal {

    private static final String ERASED = '"' + Confidential.ERASED + '"';

    @Override
    public List<NewEvent> sealed(List<NewEvent> events) {
        throw new UnsupportedOperationException("this log is opened to be read");
    }

    @Override
    public String opened(StoredEvent event) {
        var payload = event.payload();
        return SealedJson.isAnythingSealedIn(payload)
                ? SealedJson.opened(payload, (field, name, generation, text) -> ERASED)
                : payload;
    }

    @Override
    public void prepareToOpen(List<StoredEvent> events) {}
}
