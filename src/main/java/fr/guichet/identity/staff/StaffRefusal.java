package fr.guichet.identity.staff;

import fr.guichet.shared.Refusal;

/** Why an account of staff was not changed. */
public sealed interface StaffRefusal extends Refusal {

    /** There is no such account of staff, or no such proposal any more. */
    record Unknown() implements StaffRefusal {}

    /** Whoever asks has stopped being an administrator. */
    record NotAdministrator() implements StaffRefusal {}

    /** Nobody changes his own rights. */
    record OwnAccount() implements StaffRefusal {}

    /** Somebody changed the account since the caller looked; this is how it is now. */
    record Stale(StaffMember current) implements StaffRefusal {}

    /** Another account signs in with this address. */
    record EmailTaken() implements StaffRefusal {}

    /** There is no such branch. */
    record NoSuchBranch() implements StaffRefusal {}

    /** There is no such calendar in this branch. */
    record NoSuchAdviser() implements StaffRefusal {}

    /** The calendar is somebody else's already. */
    record AdviserTaken() implements StaffRefusal {}

    /** A suspended account is given no access: it is reinstated first. */
    record Suspended() implements StaffRefusal {}

    /** Another question about this person is open. */
    record AlreadyProposed() implements StaffRefusal {}

    /** It takes another one: neither who asked nor whom it concerns decides. */
    record FourEyes() implements StaffRefusal {}

    /** Only who asked takes it back. */
    record NotTheProposer() implements StaffRefusal {}

    /** What it was about is not as it was when it was asked for. */
    record ProposalOutdated() implements StaffRefusal {}
}
