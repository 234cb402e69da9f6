package fr.guichet.identity.rights;

import fr.guichet.shared.Reach;
import fr.guichet.shared.Role;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of rights. Built by naming the operation and adding to it; each addition gives a new line.
 *
 * @param name the operation's identifier in the OpenAPI document, which is the name of the controller's method
 * @param roles who may do it, for each reach
 * @param open whether passers-by may do it too
 * @param shownBy the operation that shows the thing this one acts on; null where nobody else is shown it
 * @param fresh whether it asks for a factor proven within the last five minutes
 * @param showsAccountData whether it shows data of an account, after which a session ends with five minutes without activity
 *     (Delegated Regulation (EU) 2018/389, art. 4(3)(d))
 */
public record Operation(
        String name,
        Map<Reach, Set<Role>> roles,
        boolean open,
        @Nullable String shownBy,
        boolean fresh,
        boolean showsAccountData) {

    public Operation {
        var copy = new EnumMap<Reach, Set<Role>>(Reach.class);
        roles.forEach((reach, these) -> copy.put(reach, Collections.unmodifiableSet(EnumSet.copyOf(these))));
        roles = Collections.unmodifiableMap(copy);
    }

    /** An operation that nobody may do yet. */
    public static Operation on(String name) {
        return new Operation(name, Map.of(), false, null, false, false);
    }

    /** Everyone may, signed in or not. */
    public Operation everyone() {
        return new Operation(name, roles, true, shownBy, fresh, showsAccountData).signedIn();
    }

    /** Whoever is signed in may, whatever the role. */
    public Operation signedIn() {
        return all(Role.values());
    }

    /** These may, on what is their own. */
    public Operation own(Role... these) {
        return with(Reach.OWN, these);
    }

    /** These may, on what belongs to their branch. */
    public Operation branch(Role... these) {
        return with(Reach.OWN_BRANCH, these);
    }

    /** These may, on what belongs to their department. */
    public Operation department(Role... these) {
        return with(Reach.OWN_DEPARTMENT, these);
    }

    /** These may, on everyone's. */
    public Operation all(Role... these) {
        return with(Reach.ALL, these);
    }

    /** Whoever may do that operation to a thing knows that it exists: where this one is refused, the answer is 403, not 404. */
    public Operation shownBy(String operation) {
        return new Operation(name, roles, open, operation, fresh, showsAccountData);
    }

    public Operation asksForAFreshFactor() {
        return new Operation(name, roles, open, shownBy, true, showsAccountData);
    }

    public Operation showingAccountData() {
        return new Operation(name, roles, open, shownBy, fresh, true);
    }

    /** How far somebody with these roles may do it; empty for not at all. */
    public Set<Reach> reach(Set<Role> held) {
        var reaches = EnumSet.noneOf(Reach.class);
        roles.forEach((reach, these) -> {
            if (!Collections.disjoint(these, held)) {
                reaches.add(reach);
            }
        });
        return reaches;
    }

    private Operation with(Reach reach, Role... these) {
        var more = new EnumMap<Reach, Set<Role>>(Reach.class);
        more.putAll(roles);
        more.put(reach, Set.of(these));
        return new Operation(name, more, open, shownBy, fresh, showsAccountData);
    }
}
