package fr.guichet.identity.rights;

import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.Right;
import fr.guichet.shared.Role;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers from the table of rights. */
public final class Rights {

    private static final Set<Role> CUSTOMER = Set.of(Role.CUSTOMER);

    private final Map<String, Operation> operations;

    /**
     * Takes the lines of the table.
     *
     * @throws IllegalStateException when an operation comes twice
     * @throws IllegalArgumentException when a line says that an operation shows its thing which has no line
     */
    public Rights(Collection<Operation> lines) {
        operations = lines.stream().collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
        lines.forEach(line -> {
            if (line.shownBy() != null) {
                required(line.shownBy());
            }
        });
    }

    /** The line of an operation; empty for one that the table does not name, which nobody may do. */
    public Optional<Operation> operation(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    public Collection<Operation> operations() {
        return operations.values();
    }

    /**
     * The right of somebody with these roles.
     *
     * @throws IllegalArgumentException when the table does not name the operation
     */
    public Right right(Set<Role> roles, String name) {
        var operation = required(name);
        var does = operation.reach(roles);
        var sees = operation.shownBy() == null
                ? does
                : required(operation.shownBy()).reach(roles);
        return new Right(does, sees);
    }

    /** The actor as the one who does this operation, with the right that the table gives; see {@link #right}. */
    public Actor doing(String name, Actor actor) {
        return switch (actor) {
            case CustomerActor customer -> customer.with(right(CUSTOMER, name));
            case StaffActor staff -> staff.with(right(staff.roles(), name));
            case SystemActor system -> system;
        };
    }

    private Operation required(String name) {
        return operation(name)
                .orElseThrow(() -> new IllegalArgumentException("The table of rights has no operation " + name));
    }
}
