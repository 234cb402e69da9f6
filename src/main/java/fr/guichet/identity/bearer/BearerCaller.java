package fr.guichet.identity.bearer;

import fr.guichet.identity.signin.ActingPrincipal;
import fr.guichet.shared.Actor;
import java.util.Set;

/**
 * Who calls with a token.
 *
 * @param client the system that sent it
 * @param actor itself, or the customer for whom it acts
 * @param scopes what the token allows
 */
public record BearerCaller(String client, Actor actor, Set<String> scopes) implements ActingPrincipal {

    public BearerCaller {
        scopes = Set.copyOf(scopes);
    }

    /** Two clients of one customer, and a client and an account, are different callers. */
    @Override
    public String getName() {
        return switch (actor) {
            case Actor.CustomerActor customer -> client + " for " + customer.account();
            case Actor.StaffActor staff -> client + " for " + staff.account();
            case Actor.SystemActor _ -> "client " + client;
        };
    }
}
