package fr.guichet.platform.live;

import fr.guichet.shared.Actor;

/**
 * Says whether somebody who opened a stream is still somebody: an account can be suspended or its rights changed while the stream
 * stays open. Whoever knows accounts contributes one as a bean; all of them must agree.
 */
@FunctionalInterface
public interface LiveStanding {

    /** Asked every minute for each stream. */
    boolean holds(Actor actor);
}
