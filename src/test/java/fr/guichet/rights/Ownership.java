package fr.guichet.rights;

import fr.guichet.shared.Reach;
import fr.guichet.shared.Role;

/** Whose the thing is that somebody tries something on. */
enum Ownership {
    /** The caller's own: Marie's for customers, Sophie's for advisers, that of the own branch for its manager. */
    OWN,
    /** Another's in the same branch. */
    SAME_BRANCH,
    /** Another's in another branch. */
    OTHER;

    /** Whether a right of this reach covers it, for the one caller of the walk who has the role. */
    boolean isWithin(Reach reach, Role role) {
        return switch (reach) {
            case OWN -> this == OWN && (role == Role.CUSTOMER || role == Role.ADVISER);
            case OWN_BRANCH -> this != OTHER && (role == Role.ADVISER || role == Role.MANAGER);
            case OWN_DEPARTMENT -> this != OTHER && role.department().isPresent();
            case ALL -> true;
        };
    }
}
