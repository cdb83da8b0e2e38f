package org.conductregister.web.access.provider;

import org.springframework.security.authentication.AuthenticationServiceException;

/** The provider cannot be reached, or does not answer as it must: nobody can be signed in for now. */
final class ProviderUnavailableException extends AuthenticationServiceException {

    private static final long serialVersionUID = 1;

    ProviderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
