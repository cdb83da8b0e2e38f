package org.conductregister.command.imports.sheet;

import java.io.IOException;
import java.util.List;

/** A file with one or several sheets. */
public interface SheetFile {

    /** The sheets that are not hidden, in their order; none where the format has but one. */
    List<String> names();

    /** The rows of a sheet. Its name is empty where the format has but one. */
    SheetRows rows(String sheet) throws IOException;
}
