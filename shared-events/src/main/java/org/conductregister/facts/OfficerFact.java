package org.conductregister.facts;

import java.time.LocalDate;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.EthnicityCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.GenderCode;
import org.conductregister.terms.text.DayStatedAs;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
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

    /** Says who a person is and where they serve; of one who was registered before and left, that they serve again. */
    @StoredAs("officer.registered.1")
    record OfficerRegistered(
            LocalDate occurredOn,
            ForceCode force,
            Workforce workforce,
            @Nullable Label rank,
            @Nullable PersonName name,
            @Nullable GenderCode gender,
            @Nullable EthnicityCode ethnicity,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements OfficerFact {

        public OfficerRegistered(
                LocalDate occurredOn,
                ForceCode force,
                Workforce workforce,
                @Nullable Label rank,
                @Nullable PersonName name,
                @Nullable FreeText note) {
            this(occurredOn, force, workforce, rank, name, null, null, note, null);
        }
    }

    @StoredAs("officer.put-on-restricted-duties.1")
    record OfficerPutOnRestrictedDuties(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements DutiesFact {

        public OfficerPutOnRestrictedDuties(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    @StoredAs("officer.suspended.1")
    record OfficerSuspended(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements DutiesFact {

        public OfficerSuspended(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    @StoredAs("officer.returned-to-full-duties.1")
    record OfficerReturnedToFullDuties(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements DutiesFact {

        public OfficerReturnedToFullDuties(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    @StoredAs("officer.resigned.1")
    record OfficerResigned(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements LeavingFact {

        public OfficerResigned(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    @StoredAs("officer.retired.1")
    record OfficerRetired(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements LeavingFact {

        public OfficerRetired(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    @StoredAs("officer.dismissed.1")
    record OfficerDismissed(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements LeavingFact {

        public OfficerDismissed(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    /** Left in any other way. */
    @StoredAs("officer.left.1")
    record OfficerLeft(
            LocalDate occurredOn,
            FreeText reason,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements LeavingFact {

        public OfficerLeft(LocalDate occurredOn, FreeText reason, @Nullable FreeText note) {
            this(occurredOn, reason, note, null);
        }
    }

    /** Serves in another force from this day. */
    @StoredAs("officer.transferred.1")
    record OfficerTransferred(
            LocalDate occurredOn,
            ForceCode force,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements ServiceFact {

        public OfficerTransferred(LocalDate occurredOn, ForceCode force, @Nullable FreeText note) {
            this(occurredOn, force, note, null);
        }
    }

    /** Put on the barred list (Police Act 1996, s. 88B). */
    @StoredAs("officer.barred.1")
    record OfficerBarred(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements ListingFact {

        public OfficerBarred(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    /** Put on the advisory list (Police Act 1996, s. 88J). */
    @StoredAs("officer.placed-on-advisory-list.1")
    record OfficerPlacedOnAdvisoryList(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements ListingFact {

        public OfficerPlacedOnAdvisoryList(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    /** Taken off the barred and the advisory list. */
    @StoredAs("officer.delisted.1")
    record OfficerDelisted(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements ListingFact {

        public OfficerDelisted(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    @StoredAs("officer.pension-forfeited.1")
    record PensionForfeited(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements ServiceFact {

        public PensionForfeited(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }
}
