package org.conductregister.web.accesslog;

/**
 * An entry as it was kept.
 *
 * @param id greater than those of all entries that were kept before
 */
public record StoredAccess(long id, AccessEntry entry) {}
