package org.conductregister.command.imports.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.conductregister.command.imports.profile.ColumnProfile.Examples;
import org.conductregister.command.imports.profile.ColumnUse.As;
import org.conductregister.command.imports.profile.ProfileView.Warning;

/** What is worth a look in the columns of which identifiers are made. */
final class Warnings {

    private Warnings() {}

    static List<Warning> of(Profile profile, Collection<ColumnUse> uses) {
        var warnings = new ArrayList<Warning>();
        for (var use : uses) {
            var column = profile.column(use.column()).orElse(null);
            if (column != null && use.as().contains(As.IDENTIFIER)) {
                add(
                        warnings,
                        use,
                        "DECIMALS_LEFT_OUT",
                        column.bent().decimals(),
                        "Numbers in column “%s” have the decimals that a spreadsheet gives them, and are read without: %s (%,d).");
                add(
                        warnings,
                        use,
                        "ZEROS_MAY_BE_LOST",
                        column.bent().zerosLost(),
                        "Numbers in column “%s” may have lost the zeros in front that others have, and are read as they are: %s (%,d).");
            }
        }
        return warnings;
    }

    private static void add(List<Warning> to, ColumnUse use, String code, Examples found, String words) {
        if (found.count() > 0) {
            to.add(new Warning(
                    use.column(),
                    code,
                    words.formatted(use.column(), String.join(", ", found.examples()), found.count())));
        }
    }
}
