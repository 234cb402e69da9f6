package fr.guichet.platform.live;

/**
 * Says whether somebody who opened a stream is still somebody: an account can be suspended, its rights changed or its session ended
 * while the stream stays open. Whoever knows of such things contributes one as a bean; all of them must agree.
 */
@FunctionalInterface
public interface LiveStanding {

    /** Asked every minute for each stream. */
    boolean holds(Watcher watcher);
}
