package fr.guichet.identity.staff;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.identity.AccountAccess;
import fr.guichet.identity.AccountAudit;
import fr.guichet.identity.AccountOpening;
import fr.guichet.identity.AccountRefusal;
import fr.guichet.identity.AccountStatus;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.identity.StaffPlaces;
import fr.guichet.identity.staff.StaffChange.ChangeRoles;
import fr.guichet.identity.staff.StaffChange.Invite;
import fr.guichet.identity.staff.StaffChange.InviteAgain;
import fr.guichet.identity.staff.StaffChange.Reinstate;
import fr.guichet.identity.staff.StaffChange.Suspend;
import fr.guichet.identity.staff.StaffOutcome.Done;
import fr.guichet.identity.staff.StaffOutcome.Proposed;
import fr.guichet.identity.staff.StaffOutcome.Refused;
import fr.guichet.identity.staff.StaffRefusal.AdviserTaken;
import fr.guichet.identity.staff.StaffRefusal.AlreadyProposed;
import fr.guichet.identity.staff.StaffRefusal.EmailTaken;
import fr.guichet.identity.staff.StaffRefusal.FourEyes;
import fr.guichet.identity.staff.StaffRefusal.NoSuchAdviser;
import fr.guichet.identity.staff.StaffRefusal.NoSuchBranch;
import fr.guichet.identity.staff.StaffRefusal.NotAdministrator;
import fr.guichet.identity.staff.StaffRefusal.NotTheProposer;
import fr.guichet.identity.staff.StaffRefusal.OwnAccount;
import fr.guichet.identity.staff.StaffRefusal.ProposalOutdated;
import fr.guichet.identity.staff.StaffRefusal.Stale;
import fr.guichet.identity.staff.StaffRefusal.Suspended;
import fr.guichet.identity.staff.StaffRefusal.Unknown;
import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.web.Cursors;
import fr.guichet.platform.web.Page;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor.StaffActor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Invites staff, entitles, suspends and reinstates them, and lets those in again who lost their way in. Only administrators come
 * here, and nobody changes his own account.
 *
 * <p><b>Four eyes.</b> What gives, takes or touches the rights of an administrator is kept as a proposal until another administrator
 * approves it, who is neither the one who asked nor the one whom it concerns. One case is exempt: as long as there is one
 * administrator only, nobody could approve, and that one names a second. It follows that administrators never run out: whoever
 * approves that one goes is one, and stays.
 *
 * <p>Changes are judged and made one after the other, under one lock: two that are fine each by itself, and not together, never both
 * happen.
 */
@Service
public class StaffAdministration {

    private final StaffRows rows;
    private final ProposalRows proposals;
    private final Accounts accounts;
    private final AccountAccess access;
    private final StaffPlaces places;
    private final AuditTrail audit;
    private final Transactions transactions;

    StaffAdministration(
            StaffRows rows,
            ProposalRows proposals,
            Accounts accounts,
            AccountAccess access,
            StaffPlaces places,
            AuditTrail audit,
            Transactions transactions) {
        this.rows = rows;
        this.proposals = proposals;
        this.accounts = accounts;
        this.access = access;
        this.places = places;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Staff by name. */
    public Page<StaffMember> list(StaffFilter filter, @Nullable String cursor, int limit) {
        var after = cursor == null
                ? null
                : Cursors.read(cursor, keys -> new StaffRows.Position(keys.text(0), keys.uuid(1)));
        return Page.of(
                        rows.list(filter, after, limit + 1),
                        limit,
                        last -> Cursors.of(last.sortKey(), last.member().id()))
                .map(StaffRows.Listed::member);
    }

    /** Empty for customers too: they are no staff. */
    public Optional<StaffMember> find(AccountId id) {
        return rows.find(id);
    }

    /** What waits for an answer, the oldest first. */
    public List<Proposal> proposals() {
        return proposals.open();
    }

    public Optional<Proposal> proposal(UUID id) {
        return proposals.find(id);
    }

    /** Opens an account of staff, or asks for it. */
    public StaffOutcome invite(StaffActor by, Invite wish) {
        return deciding(by, () -> {
            var refusal = refusal(wish, null);
            return refusal.isPresent() ? new Refused(refusal.get()) : carryOutOrPropose(by, wish, null);
        });
    }

    /**
     * Changes an account of staff, or asks for it.
     *
     * @param seen the version that the caller looked at
     */
    public StaffOutcome change(StaffActor by, StaffChange change, long seen) {
        return deciding(by, () -> {
            var member = change.account().flatMap(rows::find).orElse(null);
            if (member == null) {
                return new Refused(new Unknown());
            }
            if (member.id().equals(by.account())) {
                return refused(by, change, new OwnAccount(), "own-account");
            }
            if (member.version() != seen) {
                return new Refused(new Stale(member));
            }
            if (changesNothing(change, member)) {
                return new Done(member.id(), null);
            }
            var refusal = refusal(change, member);
            return refusal.isPresent() ? new Refused(refusal.get()) : carryOutOrPropose(by, change, member);
        });
    }

    /** Approves the proposal and carries it out, if all is still as it was when it was made. */
    public StaffOutcome approve(StaffActor by, UUID id) {
        return answering(by, id, proposal -> {
            var change = proposal.change();
            var member = change.account().flatMap(rows::find).orElse(null);
            var standing = member == null ? "" : member.standing();
            if (!standing.equals(proposal.standing())
                    || !rows.isAdministrator(proposal.proposedBy())
                    || refusal(change, member).isPresent()) {
                return new Refused(new ProposalOutdated());
            }
            var outcome = carryOut(by, change);
            if (!(outcome instanceof Done)) {
                return new Refused(new ProposalOutdated());
            }
            proposals.delete(id);
            audit.record(entry(by, AccountAudit.PROPOSAL_APPROVED, change)
                    .with("proposal", id)
                    .with("kind", change.kind())
                    .with("proposer", proposal.proposedBy().value()));
            return outcome;
        });
    }

    /** Says no: nothing changes, and the question is closed. */
    public StaffOutcome reject(StaffActor by, UUID id) {
        return answering(by, id, proposal -> close(by, AccountAudit.PROPOSAL_REJECTED, proposal));
    }

    /** Takes back what the same person asked for. */
    public StaffOutcome withdraw(StaffActor by, UUID id) {
        return deciding(by, () -> {
            var proposal = proposals.find(id).orElse(null);
            if (proposal == null) {
                return new Refused(new Unknown());
            }
            return proposal.proposedBy().equals(by.account())
                    ? close(by, AccountAudit.PROPOSAL_WITHDRAWN, proposal)
                    : new Refused(new NotTheProposer());
        });
    }

    private StaffOutcome deciding(StaffActor by, Supplier<StaffOutcome> work) {
        return transactions.call(() -> {
            rows.lock();
            // The session may be a second behind: what counts is what is true under the lock.
            return rows.isAdministrator(by.account()) ? work.get() : new Refused(new NotAdministrator());
        });
    }

    private StaffOutcome answering(StaffActor by, UUID id, Function<Proposal, StaffOutcome> answer) {
        return deciding(by, () -> {
            var proposal = proposals.find(id).orElse(null);
            if (proposal == null) {
                return new Refused(new Unknown());
            }
            return proposal.isDecidedBy(by.account())
                    ? answer.apply(proposal)
                    : refused(by, proposal.change(), new FourEyes(), "four-eyes");
        });
    }

    private StaffOutcome close(StaffActor by, AccountAudit how, Proposal proposal) {
        proposals.delete(proposal.id());
        audit.record(entry(by, how, proposal.change())
                .with("proposal", proposal.id())
                .with("kind", proposal.change().kind()));
        return new Proposed(proposal.id());
    }

    private StaffOutcome carryOutOrPropose(StaffActor by, StaffChange change, @Nullable StaffMember member) {
        var touchesAdministrators = change.makesAdministrator() || (member != null && member.isAdministrator());
        if (!touchesAdministrators) {
            return carryOut(by, change);
        }
        var names = change.makesAdministrator() && (member == null || !member.isAdministrator());
        if (names && !rows.isThereAnotherAdministrator(by.account())) {
            var done = carryOut(by, change);
            if (done instanceof Done named) {
                audit.record(AuditEntry.of(
                        by,
                        AccountAudit.ADMINISTRATOR_NAMED_ALONE,
                        AuditSubject.ACCOUNT,
                        named.account().value()));
            }
            return done;
        }
        var kept = proposals.insert(change, member == null ? "" : member.standing(), by.account());
        if (kept.isEmpty()) {
            return new Refused(new AlreadyProposed());
        }
        audit.record(entry(by, AccountAudit.PROPOSAL_MADE, change)
                .with("proposal", kept.get())
                .with("kind", change.kind()));
        return new Proposed(kept.get());
    }

    private StaffOutcome carryOut(StaffActor by, StaffChange change) {
        return switch (change) {
            case Invite invite -> open(by, invite);
            case ChangeRoles roles -> {
                accounts.entitle(by, roles.id(), roles.entitled());
                yield new Done(roles.id(), null);
            }
            case Suspend suspend -> {
                accounts.suspend(by, suspend.id(), suspend.reason());
                yield new Done(suspend.id(), null);
            }
            case Reinstate reinstate -> {
                accounts.reinstate(by, reinstate.id());
                yield new Done(reinstate.id(), null);
            }
            case InviteAgain again -> new Done(again.id(), access.giveAnew(by, again.id()));
        };
    }

    private StaffOutcome open(StaffActor by, Invite invite) {
        var account = accounts.open(
                by,
                new OpenAccount(
                        invite.email(),
                        new InitialPassword.None(),
                        invite.displayName(),
                        invite.language(),
                        invite.entitled()));
        return switch (account) {
            case AccountOpening.Opened(var id) -> new Done(id, access.give(by, id));
            // Customers get accounts without this lock: one may have taken the address a moment ago.
            case AccountOpening.Refused(AccountRefusal.EmailTaken _) -> new Refused(new EmailTaken());
            case AccountOpening.Refused(AccountRefusal.PersonHasAccount _) -> new Refused(new AdviserTaken());
            case AccountOpening.Refused(AccountRefusal.WeakPassword _) ->
                throw new IllegalStateException("There is no password yet");
        };
    }

    /** What speaks against it, whoever asks. */
    private Optional<StaffRefusal> refusal(StaffChange change, @Nullable StaffMember member) {
        if (change instanceof Invite invite
                && accounts.findByEmail(invite.email()).isPresent()) {
            return Optional.of(new EmailTaken());
        }
        if (change instanceof InviteAgain && member != null && member.status() == AccountStatus.SUSPENDED) {
            return Optional.of(new Suspended());
        }
        return change.grants()
                .flatMap(grants -> refusal(grants, change.account().orElse(null)));
    }

    private Optional<StaffRefusal> refusal(Grants grants, @Nullable AccountId owner) {
        var branch = grants.branch();
        if (branch.isPresent() && !places.isBranch(branch.get())) {
            return Optional.of(new NoSuchBranch());
        }
        var adviser = grants.adviser();
        if (adviser.isPresent() && !places.branchOf(adviser.get()).equals(branch)) {
            return Optional.of(new NoSuchAdviser());
        }
        return adviser.flatMap(rows::holderOf)
                .filter(holder -> !holder.equals(owner))
                .map(holder -> new AdviserTaken());
    }

    private static boolean changesNothing(StaffChange change, StaffMember member) {
        return switch (change) {
            case ChangeRoles roles ->
                roles.entitled().roles().equals(member.roles())
                        && roles.entitled().branch().equals(Optional.ofNullable(member.branch()))
                        && roles.entitled().adviser().equals(Optional.ofNullable(member.adviser()));
            case Suspend _ -> member.status() == AccountStatus.SUSPENDED;
            case Reinstate _ -> member.status() == AccountStatus.ACTIVE;
            case Invite _, InviteAgain _ -> false;
        };
    }

    private StaffOutcome refused(StaffActor by, StaffChange change, StaffRefusal why, String code) {
        audit.record(entry(by, AccountAudit.RIGHT_REFUSED, change).refused(code));
        return new Refused(why);
    }

    private static AuditEntry entry(StaffActor by, AccountAudit what, StaffChange change) {
        return AuditEntry.of(
                by,
                what,
                AuditSubject.ACCOUNT,
                change.account().map(AccountId::value).orElse(null));
    }
}
