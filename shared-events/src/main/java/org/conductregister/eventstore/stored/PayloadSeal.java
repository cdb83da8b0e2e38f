package org.conductregister.eventstore.stored;

import java.util.List;

/**
 * The seal that keeps personal text in payloads from being read without a key. What lies in the log is sealed; what facts are
 * made of is opened. Thread-safe.
 */
public interface PayloadSeal {

    /** Stores and reads payloads as they are. */
    PayloadSeal NONE = new PayloadSeal() {
        @Override
        public List<NewEvent> sealed(List<NewEvent> events) {
            return events;
        }

        @Override
        public String opened(StoredEvent event) {
            return event.payload();
        }

        @Override
        public void prepareToOpen(List<StoredEvent> events) {}
    };

    /** Returns the events as they are to be stored, in their order. Keys that it makes are on disk on return. */
    List<NewEvent> sealed(List<NewEvent> events);

    /** Returns the payload as the fact was written, also of an event that was stored before there were keys. */
    String opened(StoredEvent event);

    /** Has at hand what opening these events takes, so that it is not asked for one by one. */
    void prepareToOpen(List<StoredEvent> events);
}
