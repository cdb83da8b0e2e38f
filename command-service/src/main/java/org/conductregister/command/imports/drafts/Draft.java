package org.conductregister.command.imports.drafts;

import java.nio.file.Path;
import org.conductregister.command.imports.files.Upload.Format;

/**
 * A file that somebody has sent to be imported, and not yet said to go on with.
 *
 * @param name as its sender calls it
 * @param by who sent it, and alone may go on with it
 * @param lines about how many it has
 */
public record Draft(String id, String name, Format format, String by, long bytes, long lines, Path file) {}
