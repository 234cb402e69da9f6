package fr.guichet.branches.application;

import fr.guichet.branches.BranchRefusal;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Role;
import java.util.Optional;

/** Who may do what to a branch. What a role does not include is forbidden; what it includes elsewhere is not found here. */
public final class Rights {

    private static final Optional<BranchRefusal> GRANTED = Optional.empty();
    private static final Optional<BranchRefusal> FORBIDDEN = Optional.of(new BranchRefusal.Forbidden());
    private static final Optional<BranchRefusal> NOT_FOUND = Optional.of(new BranchRefusal.NotFound());

    private Rights() {}

    /** To change how the branch runs: its manager, or an administrator. */
    public static Optional<BranchRefusal> toManage(Actor actor, BranchId branch) {
        return switch (actor) {
            case SystemActor _ -> GRANTED;
            case CustomerActor _ -> FORBIDDEN;
            case StaffActor staff when staff.manages(branch) -> GRANTED;
            case StaffActor staff -> staff.is(Role.MANAGER) && !staff.worksIn(branch) ? NOT_FOUND : FORBIDDEN;
        };
    }

    /** To say when an adviser is there: the adviser, and whoever manages the branch. */
    public static Optional<BranchRefusal> toPlan(Actor actor, BranchId branch, AdviserId adviser) {
        return switch (actor) {
            case SystemActor _ -> GRANTED;
            case CustomerActor _ -> FORBIDDEN;
            case StaffActor staff when staff.manages(branch) || adviser.equals(staff.adviser()) -> GRANTED;
            case StaffActor staff -> staff.worksIn(branch) ? FORBIDDEN : NOT_FOUND;
        };
    }

    /** To see the working life of an adviser: the staff of the branch. */
    public static Optional<BranchRefusal> toSee(Actor actor, BranchId branch) {
        return switch (actor) {
            case SystemActor _ -> GRANTED;
            case CustomerActor _ -> FORBIDDEN;
            case StaffActor staff -> staff.worksIn(branch) ? GRANTED : NOT_FOUND;
        };
    }

    /** To change what the whole bank shares. */
    public static Optional<BranchRefusal> toRunTheBank(Actor actor) {
        return switch (actor) {
            case SystemActor _ -> GRANTED;
            case CustomerActor _ -> FORBIDDEN;
            case StaffActor staff -> staff.is(Role.ADMINISTRATOR) ? GRANTED : FORBIDDEN;
        };
    }
}
