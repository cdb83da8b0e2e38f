package org.conductregister.facts;

import java.time.LocalDate;
import org.conductregister.terms.ForceCode;
import org.conductregister.terms.FreeText;
import org.conductregister.terms.Label;
import org.conductregister.terms.PersonName;
import org.conductregister.terms.Workforce;
import org.jspecify.annotations.Nullable;

/** A fact about how a person serves with the police. */
public sealed interface OfficerFact extends Fact permits OfficerFact.OfficerRegistered, OfficerFact.ServiceFact {

    /** A fact about how somebody serves, or served, that does not say who they are. */
    sealed interface ServiceFact extends OfficerFact
            permits DutiesFact, LeavingFact, OfficerTransferred, ListingFact, PensionForfeited {}

    /** A fact that changes the duties of somebody who serves. */
    sealed interface DutiesFact extends ServiceFact {}

    /** A fact by which somebody leaves the police. */
    sealed interface LeavingFact extends ServiceFact {}

    /** A fact about the barred and the advisory list. */
    sealed interface ListingFact extends ServiceFact {}

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
            LocalDate occurredOn, @Nullable FreeText note) implements DutiesFact {}

    @StoredAs("officer.suspended.1")
    record OfficerSuspended(LocalDate occurredOn, @Nullable FreeText note) implements DutiesFact {}

    @StoredAs("officer.returned-to-full-duties.1")
    record OfficerReturnedToFullDuties(
            LocalDate occurredOn, @Nullable FreeText note) implements DutiesFact {}

    @StoredAs("officer.resigned.1")
    record OfficerResigned(LocalDate occurredOn, @Nullable FreeText note) implements LeavingFact {}

    @StoredAs("officer.retired.1")
    record OfficerRetired(LocalDate occurredOn, @Nullable FreeText note) implements LeavingFact {}

    @StoredAs("officer.dismissed.1")
    record OfficerDismissed(LocalDate occurredOn, @Nullable FreeText note) implements LeavingFact {}

    /** Left in any other way. */
    @StoredAs("officer.left.1")
    record OfficerLeft(
            LocalDate occurredOn, FreeText reason, @Nullable FreeText note) implements LeavingFact {}

    /** Serves in another force from this day. */
    @StoredAs("officer.transferred.1")
    record OfficerTransferred(
            LocalDate occurredOn, ForceCode force, @Nullable FreeText note) implements ServiceFact {}

    /** Put on the barred list (Police Act 1996, s. 88B). */
    @StoredAs("officer.barred.1")
    record OfficerBarred(LocalDate occurredOn, @Nullable FreeText note) implements ListingFact {}

    /** Put on the advisory list (Police Act 1996, s. 88J). */
    @StoredAs("officer.placed-on-advisory-list.1")
    record OfficerPlacedOnAdvisoryList(
            LocalDate occurredOn, @Nullable FreeText note) implements ListingFact {}

    /** Taken off the barred and the advisory list. */
    @StoredAs("officer.delisted.1")
    record OfficerDelisted(LocalDate occurredOn, @Nullable FreeText note) implements ListingFact {}

    @StoredAs("officer.pension-forfeited.1")
    record PensionForfeited(LocalDate occurredOn, @Nullable FreeText note) implements ServiceFact {}
}
