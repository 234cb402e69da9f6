package fr.guichet.identity.signon;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;

/** The bank's sign-on does not answer, or not as it should. Nothing was decided about anyone; asking again later is harmless. */
public final class SignOnUnavailableException extends AuthenticationServiceException {

    SignOnUnavailableException(String message, @Nullable Throwable cause) {
        super(message);
        initCause(cause);
    }
}
