package org.conductregister.command.codelists;

/** A code and what people read for it. */
public record Code(String code, String label) {}
