package fr.guichet.identity.staff.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.identity.Grants;
import fr.guichet.identity.SuspensionReason;
import fr.guichet.identity.staff.Proposal;
import fr.guichet.identity.staff.StaffChange;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits for another administrator, as JSON.
 *
 * @param accountId whom it concerns; absent for somebody who has no account yet
 * @param displayName of whom it concerns
 * @param roles what the person is to be entitled to; absent when that does not change
 * @param reason why somebody is to be suspended; absent otherwise
 * @param mayDecide whether the reader may approve or reject it
 * @param mayWithdraw whether the reader asked for it, and may take it back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StaffProposal")
record StaffProposalView(
        UUID id,
        StaffChange.Kind kind,
        @Nullable UUID accountId,
        String displayName,
        String email,
        @Nullable List<Role> roles,
        @Nullable UUID branchId,
        @Nullable UUID adviserId,
        @Nullable SuspensionReason reason,
        Proposer proposedBy,
        OffsetDateTime proposedAt,
        OffsetDateTime expiresAt,
        boolean mayDecide,
        boolean mayWithdraw) {

    /** Who asked for it. */
    @Schema(name = "StaffProposer")
    record Proposer(UUID id, String displayName) {}

    StaffProposalView {
        roles = roles == null ? null : List.copyOf(roles);
    }

    /** As this reader sees it, who may be an auditor. */
    static StaffProposalView of(Proposal proposal, AccountId reader, boolean administrator) {
        var change = proposal.change();
        var grants = change.grants();
        return new StaffProposalView(
                proposal.id(),
                change.kind(),
                change.account().map(AccountId::value).orElse(null),
                proposal.displayName(),
                proposal.email(),
                grants.map(given -> given.roles().stream().sorted().toList()).orElse(null),
                grants.flatMap(Grants::branch).map(BranchId::value).orElse(null),
                grants.flatMap(Grants::adviser).map(AdviserId::value).orElse(null),
                change instanceof StaffChange.Suspend suspend ? suspend.reason() : null,
                new Proposer(proposal.proposedBy().value(), proposal.proposerName()),
                proposal.proposedAt().atOffset(ZoneOffset.UTC),
                proposal.expiresAt().atOffset(ZoneOffset.UTC),
                administrator && proposal.isDecidedBy(reader),
                administrator && proposal.proposedBy().equals(reader));
    }

    @Override
    public String toString() {
        return "StaffProposalView[" + id + "]";
    }
}
