package org.conductregister.command.imports.run;

import java.util.List;
import org.conductregister.command.imports.profile.Question;

/** The end of a run over one file. */
public sealed interface RunEnd {

    /** Nothing is recorded: the questions have to be answered first. */
    record Asked(List<Question> questions) implements RunEnd {}

    /** All rows are judged. */
    record Done() implements RunEnd {}

    /** The listener said not to go on. */
    record BrokenOff() implements RunEnd {}
}
