package org.conductregister.command.erasure;

import java.util.List;
import org.conductregister.command.erasure.ErasurePreview.Standing;

/** Thrown where something stands against an erasure. */
final class ErasureRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Standing> standing;

    ErasureRefusedException(List<Standing> standing) {
        super(standing.getFirst().detail());
        this.standing = standing;
    }

    /** Returns all that stands against it. */
    List<Standing> standing() {
        return standing;
    }
}
