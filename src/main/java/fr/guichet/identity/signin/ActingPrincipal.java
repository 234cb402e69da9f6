package fr.guichet.identity.signin;

import fr.guichet.shared.Actor;
import org.springframework.security.core.AuthenticatedPrincipal;

/** The principal of a request in which somebody acts: a person by a session, or another system by its token. */
public interface ActingPrincipal extends AuthenticatedPrincipal {

    /** Who acts. */
    Actor actor();
}
