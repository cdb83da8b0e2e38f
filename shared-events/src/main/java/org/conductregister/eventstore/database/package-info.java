/**
 * The databases that can hold the event log: SQLite for one process, PostgreSQL for several.
 *
 * <p>{@code Database} is what differs between them: the lock that orders appends, the insert, the reads, and the meaning of their
 * errors. {@code LogFailures} tells from an exception whether the disk is full, the file damaged or the log too slow, and {@code
 * LogTrouble} says it to the person who runs the register.
 */
@NullMarked
package org.conductregister.eventstore.database;

import org.jspecify.annotations.NullMarked;
