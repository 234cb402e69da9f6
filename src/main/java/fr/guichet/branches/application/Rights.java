package fr.guichet.branches.application;

import fr.guichet.branches.BranchRefusal;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Subject;
import java.util.Optional;

/** What speaks against a caller who wants to do something to the network, in this module's words. */
public final class Rights {

    private Rights() {}

    /** Empty when the caller's right reaches the subject. */
    public static Optional<BranchRefusal> refuse(Actor actor, Subject subject) {
        return switch (actor.on(subject)) {
            case GRANTED -> Optional.empty();
            case FORBIDDEN -> Optional.of(new BranchRefusal.Forbidden());
            case NOT_FOUND -> Optional.of(new BranchRefusal.NotFound());
        };
    }

    /** What the whole bank shares can be seen by all: it is never hidden. */
    public static Optional<BranchRefusal> refuseToRunTheBank(Actor actor) {
        return actor.mayDo(Subject.BANK) ? Optional.empty() : Optional.of(new BranchRefusal.Forbidden());
    }
}
