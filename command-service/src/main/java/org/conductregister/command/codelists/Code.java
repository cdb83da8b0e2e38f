package org.conductregister.command.codelists;

/** A code and its label for people. */
public record Code(String code, String label) {}
