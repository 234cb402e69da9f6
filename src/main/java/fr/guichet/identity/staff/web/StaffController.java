package fr.guichet.identity.staff.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.identity.AccountStatus;
import fr.guichet.identity.staff.StaffAdministration;
import fr.guichet.identity.staff.StaffChange;
import fr.guichet.identity.staff.StaffChange.ChangeRoles;
import fr.guichet.identity.staff.StaffChange.InviteAgain;
import fr.guichet.identity.staff.StaffChange.Reinstate;
import fr.guichet.identity.staff.StaffChange.Suspend;
import fr.guichet.identity.staff.StaffFilter;
import fr.guichet.identity.staff.StaffMember;
import fr.guichet.identity.staff.StaffOutcome;
import fr.guichet.identity.staff.StaffRefusal;
import fr.guichet.platform.web.EntityTags;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Page;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts of staff. Changes that touch an administrator's rights are answered with 202 and the proposal that another administrator
 * has to approve; all others are carried out at once.
 */
@RestController
@RequestMapping("/api/staff")
class StaffController {

    private final StaffAdministration staff;
    private final Idempotency idempotency;

    StaffController(StaffAdministration staff, Idempotency idempotency) {
        this.staff = staff;
        this.idempotency = idempotency;
    }

    /** Staff by name. */
    @GetMapping
    Page<StaffMemberView> listStaff(
            @RequestParam(required = false) @Size(max = 200) @Nullable String q,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) @Nullable AccountStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        var filter = new StaffFilter(q, role, branchId == null ? null : new BranchId(branchId), status);
        return staff.list(filter, cursor, limit).map(StaffMemberView::of);
    }

    /** One member of staff. An account of a customer looks as if it did not exist. */
    @GetMapping("/{id}")
    ResponseEntity<StaffMemberView> getStaffMember(@PathVariable UUID id) {
        var member = staff.find(new AccountId(id))
                .orElseThrow(() -> Problems.notFound().exception());
        return ResponseEntity.ok().eTag(EntityTags.of(member.version())).body(StaffMemberView.of(member));
    }

    /** Opens an account and sends its owner a link. The code that goes with it is in the answer, this once. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<StaffAnswer> inviteStaff(StaffActor actor, @Valid @RequestBody StaffRequests.Invitation invitation) {
        var wish = invitation.read();
        return idempotency.once(() -> answer(
                actor,
                staff.invite(actor, wish),
                member -> ResponseEntity.created(URI.create("/api/staff/" + member.id()))));
    }

    /** Entitles somebody to these roles and no others; sessions end. */
    @PutMapping("/{id}/roles")
    ResponseEntity<StaffAnswer> changeStaffRoles(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody StaffRequests.Roles wanted) {
        var seen = EntityTags.required(ifMatch);
        return change(actor, new ChangeRoles(new AccountId(id), wanted.read()), seen);
    }

    /** Bars an account; its sessions end. */
    @PostMapping("/{id}/suspend")
    ResponseEntity<StaffAnswer> suspendStaff(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody StaffRequests.Suspension wanted) {
        var seen = EntityTags.required(ifMatch);
        return change(actor, new Suspend(new AccountId(id), wanted.reason()), seen);
    }

    /** Lets a suspended account be used again. */
    @PostMapping("/{id}/reinstate")
    ResponseEntity<StaffAnswer> reinstateStaff(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return change(actor, new Reinstate(new AccountId(id)), EntityTags.required(ifMatch));
    }

    /**
     * Gives access anew: password, app, passkeys and recovery codes are forgotten, sessions end, a new link goes out. The code that
     * goes with it is in the answer, this once.
     */
    @PostMapping("/{id}/invite")
    ResponseEntity<StaffAnswer> inviteStaffAgain(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return change(actor, new InviteAgain(new AccountId(id)), EntityTags.required(ifMatch));
    }

    /** Changes that wait for another administrator, the oldest first. */
    @GetMapping("/proposals")
    StaffProposals listStaffProposals(StaffActor actor) {
        return new StaffProposals(staff.proposals().stream()
                .map(proposal -> StaffProposalView.of(proposal, actor.account(), isAdministrator(actor)))
                .toList());
    }

    /** Approves a change that another administrator asked for, and carries it out. A code to hand over is in the answer, this once. */
    @PostMapping("/proposals/{id}/approve")
    ResponseEntity<StaffAnswer> approveStaffProposal(StaffActor actor, @PathVariable UUID id) {
        return answer(actor, staff.approve(actor, id), _ -> ResponseEntity.ok());
    }

    /** Says no to a change that another administrator asked for. */
    @PostMapping("/proposals/{id}/reject")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rejectStaffProposal(StaffActor actor, @PathVariable UUID id) {
        closed(staff.reject(actor, id));
    }

    /** Takes back what one asked for oneself. */
    @DeleteMapping("/proposals/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawStaffProposal(StaffActor actor, @PathVariable UUID id) {
        closed(staff.withdraw(actor, id));
    }

    private ResponseEntity<StaffAnswer> change(StaffActor actor, StaffChange change, long seen) {
        return answer(actor, staff.change(actor, change, seen), _ -> ResponseEntity.ok());
    }

    private ResponseEntity<StaffAnswer> answer(
            StaffActor actor, StaffOutcome outcome, Function<StaffMember, ResponseEntity.BodyBuilder> status) {
        return switch (outcome) {
            case StaffOutcome.Done(var account, var code) -> {
                var member = staff.find(account).orElseThrow();
                yield status.apply(member)
                        .eTag(EntityTags.of(member.version()))
                        .body(new StaffAnswer(StaffMemberView.of(member), null, code));
            }
            case StaffOutcome.Proposed(var id) -> {
                var proposal = staff.proposal(id).orElseThrow();
                yield ResponseEntity.accepted()
                        .body(new StaffAnswer(
                                null, StaffProposalView.of(proposal, actor.account(), isAdministrator(actor)), null));
            }
            case StaffOutcome.Refused(var why) -> throw problem(why).exception();
        };
    }

    private static void closed(StaffOutcome outcome) {
        if (outcome instanceof StaffOutcome.Refused(var why)) {
            throw problem(why).exception();
        }
    }

    private static boolean isAdministrator(StaffActor actor) {
        return actor.roles().contains(Role.ADMINISTRATOR);
    }

    private static Problem problem(StaffRefusal refusal) {
        return switch (refusal) {
            case StaffRefusal.Unknown _ -> Problems.notFound();
            case StaffRefusal.NotAdministrator _ -> Problems.forbidden();
            case StaffRefusal.OwnAccount _ -> Problem.of(HttpStatus.CONFLICT, "own-account");
            case StaffRefusal.Stale(var current) -> Problems.stale(StaffMemberView.of(current));
            case StaffRefusal.EmailTaken _ -> Problems.invalid(new InvalidField("email", "invalid.staff.email-taken"));
            case StaffRefusal.NoSuchBranch _ -> Problems.invalid(new InvalidField("branchId", "invalid.staff.branch"));
            case StaffRefusal.NoSuchAdviser _ ->
                Problems.invalid(new InvalidField("adviserId", "invalid.staff.adviser"));
            case StaffRefusal.AdviserTaken _ ->
                Problems.invalid(new InvalidField("adviserId", "invalid.staff.person-has-account"));
            case StaffRefusal.Suspended _ -> Problem.of(HttpStatus.CONFLICT, "account-suspended");
            case StaffRefusal.AlreadyProposed _ -> Problem.of(HttpStatus.CONFLICT, "proposal-open");
            case StaffRefusal.FourEyes _ -> Problem.of(HttpStatus.CONFLICT, "four-eyes");
            case StaffRefusal.NotTheProposer _ -> Problem.of(HttpStatus.CONFLICT, "not-the-proposer");
            case StaffRefusal.ProposalOutdated _ -> Problem.of(HttpStatus.CONFLICT, "proposal-outdated");
        };
    }

    /** What waits for an answer. */
    record StaffProposals(List<StaffProposalView> items) {

        StaffProposals {
            items = List.copyOf(items);
        }
    }

    /**
     * What became of a change.
     *
     * @param member as it is now; absent when the change waits
     * @param proposal what waits for another administrator; absent when the change was carried out
     * @param code to hand over, shown this once; absent when no access was given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StaffAnswer")
    record StaffAnswer(
            @Nullable StaffMemberView member,
            @Nullable StaffProposalView proposal,
            @Nullable String code) {

        @Override
        public String toString() {
            return "StaffAnswer[…]";
        }
    }
}
