package org.conductregister.facts;

import java.time.LocalDate;
import org.conductregister.terms.ForceCode;
import org.conductregister.terms.FreeText;
import org.conductregister.terms.Label;
import org.conductregister.terms.PersonName;
import org.conductregister.terms.Workforce;
import org.jspecify.annotations.Nullable;

/** A fact about how a person serves with the police. */
public sealed interface OfficerFact extends Fact {

    /** Began to serve, or serves again after leaving. */
    @StoredAs("officer.registered.1")
    record OfficerRegistered(
            LocalDate occurredOn,
            ForceCode force,
            Workforce workforce,
            @Nullable Label rank,
            @Nullable PersonName name,
            @Nullable FreeText note)
            implements OfficerFact {}

    @StoredAs("officer.put-on-restricted-duties.1")
    record OfficerPutOnRestrictedDuties(
            LocalDate occurredOn, @Nullable FreeText note) implements OfficerFact {}

    @StoredAs("officer.suspended.1")
    record OfficerSuspended(LocalDate occurredOn, @Nullable FreeText note) implements OfficerFact {}

    @StoredAs("officer.returned-to-full-duties.1")
    record OfficerReturnedToFullDuties(
            LocalDate occurredOn, @Nullable FreeText note) implements OfficerFact {}

    @StoredAs("officer.resigned.1")
    record OfficerResigned(LocalDate occurredOn, @Nullable FreeText note) implements OfficerFact {}

    @StoredAs("officer.retired.1")
    record OfficerRetired(LocalDate occurredOn, @Nullable FreeText note) implements OfficerFact {}

    @StoredAs("officer.dismissed.1")
    record OfficerDismissed(LocalDate occurredOn, @Nullable FreeText note) implements OfficerFact {}

    /** Left in any other way. */
    @StoredAs("officer.left.1")
    record OfficerLeft(
            LocalDate occurredOn, FreeText reason, @Nullable FreeText note) implements OfficerFact {}

    /** Serves in another force from this day. */
    @StoredAs("officer.transferred.1")
    record OfficerTransferred(
            LocalDate occurredOn, ForceCode force, @Nullable FreeText note) implements OfficerFact {}

    /** Put on the barred list (Police Act 1996, s. 88B). */
    @StoredAs("officer.barred.1")
    record OfficerBarred(LocalDate occurredOn, @Nullable FreeText note) implements OfficerFact {}

    /** Put on the advisory list (Police Act 1996, s. 88J). */
    @StoredAs("officer.placed-on-advisory-list.1")
    record OfficerPlacedOnAdvisoryList(
            LocalDate occurredOn, @Nullable FreeText note) implements OfficerFact {}

    /** Taken off the barred and the advisory list. */
    @StoredAs("officer.delisted.1")
    record OfficerDelisted(LocalDate occurredOn, @Nullable FreeText note) implements OfficerFact {}

    @StoredAs("officer.pension-forfeited.1")
    record PensionForfeited(LocalDate occurredOn, @Nullable FreeText note) implements OfficerFact {}
}
