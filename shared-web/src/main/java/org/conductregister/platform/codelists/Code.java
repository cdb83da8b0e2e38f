package org.conductregister.platform.codelists;

/**
 * A code of a list.
 *
 * @param label what people read for it
 */
public record Code(String code, String label) {}
