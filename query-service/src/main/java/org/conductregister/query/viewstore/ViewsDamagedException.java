package org.conductregister.query.viewstore;

/** Thrown where what a view has stored cannot be read, or is not what was written. The view is then rebuilt from the log. */
public final class ViewsDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ViewsDamagedException(String message, Throwable cause) {
        super(message, cause);
    }

    public ViewsDamagedException(String message) {
        super(message);
    }
}
