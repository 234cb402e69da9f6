package fr.guichet.shared;

import java.util.Set;

/**
 * What somebody may do in the operation under way. Several reaches add up: whoever has two roles has the rights of both.
 *
 * @param does on whose data; empty for whoever may not do it at all
 * @param sees whose things he or she is shown by another operation: what one is shown and may not do this to is forbidden, what one
 *     is not shown does not exist
 */
public record Right(Set<Reach> does, Set<Reach> sees) {

    public static final Right NONE = new Right(Set.of(), Set.of());
    public static final Right OWN = new Right(Set.of(Reach.OWN), Set.of(Reach.OWN));
    public static final Right ALL = new Right(Set.of(Reach.ALL), Set.of(Reach.ALL));

    public Right {
        does = Set.copyOf(does);
        sees = Set.copyOf(sees);
    }
}
