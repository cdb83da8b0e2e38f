package org.conductregister.command.officers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.*;
import org.conductregister.terms.codes.ForceCode;

/** Says of a fact whether it may follow others of an officer: by looking through them, with no state kept. */
final class OfficerOracle {

    private final List<Fact> before;

    private OfficerOracle(List<Fact> before) {
        this.before = before;
    }

    static boolean mayFollow(LocalDate day, Fact next, List<Fact> before) {
        return new OfficerOracle(before).allows(next);
    }

    private boolean allows(Fact next) {
        var service = service();
        boolean gone = service.filter(OfficerOracle::leaves).isPresent();
        var list = last(OfficerBarred.class, OfficerPlacedOnAdvisoryList.class, OfficerDelisted.class);
        boolean listed = list.filter(f -> !(f instanceof OfficerDelisted)).isPresent();
        return switch (next) {
            case OfficerRegistered f -> gone || before.stream().noneMatch(OfficerRegistered.class::isInstance);
            case OfficerPutOnRestrictedDuties f ->
                !gone
                        && service.filter(OfficerPutOnRestrictedDuties.class::isInstance)
                                .isEmpty();
            case OfficerSuspended f ->
                !gone && service.filter(OfficerSuspended.class::isInstance).isEmpty();
            case OfficerReturnedToFullDuties f ->
                !gone
                        && service.filter(
                                        s -> s instanceof OfficerRegistered || s instanceof OfficerReturnedToFullDuties)
                                .isEmpty();
            case OfficerTransferred f ->
                !gone && force().filter(f.force()::equals).isEmpty();
            case OfficerBarred f -> list.filter(OfficerBarred.class::isInstance).isEmpty();
            case OfficerPlacedOnAdvisoryList f -> !listed;
            case OfficerDelisted f -> listed;
            case PensionForfeited f -> before.stream().noneMatch(PensionForfeited.class::isInstance);
            default -> !gone;
        };
    }

    private static boolean leaves(Fact f) {
        return f instanceof OfficerResigned
                || f instanceof OfficerRetired
                || f instanceof OfficerDismissed
                || f instanceof OfficerLeft;
    }

    /**
     * Returns the fact that says how the person serves: a registration only where nothing said so before, or it is a
     * return.
     */
    private Optional<Fact> service() {
        Fact service = null;
        boolean registered = false;
        for (var f : before) {
            boolean duties = f instanceof OfficerPutOnRestrictedDuties
                    || f instanceof OfficerSuspended
                    || f instanceof OfficerReturnedToFullDuties;
            if (f instanceof OfficerRegistered) {
                service = service == null || (registered && leaves(service)) ? f : service;
                registered = true;
            } else if (duties || leaves(f)) {
                service = f;
            }
        }
        return Optional.ofNullable(service);
    }

    private Optional<ForceCode> force() {
        return last(OfficerRegistered.class, OfficerTransferred.class)
                .map(f -> f instanceof OfficerRegistered registered
                        ? registered.force()
                        : ((OfficerTransferred) f).force());
    }

    private Optional<Fact> last(Class<?>... types) {
        return before.stream()
                .filter(f -> Stream.of(types).anyMatch(type -> type.isInstance(f)))
                .reduce((earlier, later) -> later);
    }
}
