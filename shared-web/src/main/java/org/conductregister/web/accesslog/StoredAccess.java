package org.conductregister.web.accesslog;

/**
 * An entry as it was kept.
 *
 * @param id greater than those of all entries that were kept before; negative where it was kept by the register from which the log was
 *     moved here
 */
public record StoredAccess(long id, AccessEntry entry) {}
