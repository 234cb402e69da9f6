package fr.guichet.identity.signin;

import org.springframework.security.authentication.AuthenticationServiceException;

/** More people are signing in than can be served now. Nothing was judged or counted. */
public final class SignInBusyException extends AuthenticationServiceException {

    SignInBusyException() {
        super("Too many sign-ins at once");
    }
}
