package org.conductregister.entries;

import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;

/** A fact that somebody logs, on whose record, under an identity that makes logging it repeatable. */
public record Entry(EntryId entryId, RecordId record, Fact fact) {}
