package org.conductregister.cases;

import java.time.LocalDate;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Regime;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;

/** The facts of a case that do not change by themselves: force, kind, source, regime, title and tags. */
public record Opening(
        LocalDate openedOn,
        ForceCode force,
        CaseKind kind,
        CaseSource source,
        @Nullable Reference reference,
        @Nullable Regime regime,
        @Nullable FreeText title,
        Tags tags) {}
