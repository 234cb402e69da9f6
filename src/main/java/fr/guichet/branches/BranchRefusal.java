package fr.guichet.branches;

import fr.guichet.shared.Refusal;

/** Why something was not changed. */
public sealed interface BranchRefusal extends Refusal {

    /** There is none, or it is not the caller's to see. */
    record NotFound() implements BranchRefusal {}

    /** The caller's role does not include this. */
    record Forbidden() implements BranchRefusal {}

    /** Someone else changed it since the caller looked. */
    record Stale() implements BranchRefusal {}

    /** Another branch or reason has this code. */
    record CodeTaken(String code) implements BranchRefusal {}

    /** The opening hours cannot be read. */
    record UnreadableHours(String text) implements BranchRefusal {}

    /** Between the two local times the clocks leave no time at all. */
    record NoTime() implements BranchRefusal {}

    /** There are as many as one branch or adviser may have; old ones must go first. */
    record TooMany(int limit) implements BranchRefusal {}
}
