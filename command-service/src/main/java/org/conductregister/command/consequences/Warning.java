package org.conductregister.command.consequences;

/**
 * Something worth a look about a fact that may be recorded, or was.
 *
 * @param code a stable word for programs
 * @param before a sentence for people who are about to record it
 * @param detail a sentence for people once it is recorded
 */
public record Warning(String code, String before, String detail) {}
