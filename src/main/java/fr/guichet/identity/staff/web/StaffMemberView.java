package fr.guichet.identity.staff.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.identity.AccountStatus;
import fr.guichet.identity.staff.StaffMember;
import fr.guichet.shared.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff as JSON.
 *
 * @param branchId where an adviser or a manager works; absent for the others
 * @param adviserId the calendar that is this person's own; absent for those who receive nobody
 * @param passwordChosen whether the person has chosen a password
 * @param appOrPasskey whether an authenticator app or a passkey is in use
 * @param proposalId an open question about this person; absent when there is none
 * @param version for If-Match
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StaffMember")
record StaffMemberView(
        UUID id,
        String displayName,
        String email,
        @Schema(allowableValues = {"fr", "en"}) String language,
        List<Role> roles,
        @Nullable UUID branchId,
        @Nullable UUID adviserId,
        AccountStatus status,
        boolean passwordChosen,
        boolean appOrPasskey,
        @Nullable UUID proposalId,
        long version) {

    StaffMemberView {
        roles = List.copyOf(roles);
    }

    static StaffMemberView of(StaffMember member) {
        return new StaffMemberView(
                member.id().value(),
                member.displayName(),
                member.email(),
                member.language(),
                member.roles().stream().sorted().toList(),
                member.branch() == null ? null : member.branch().value(),
                member.adviser() == null ? null : member.adviser().value(),
                member.status(),
                member.passwordChosen(),
                member.appOrPasskey(),
                member.proposal(),
                member.version());
    }

    @Override
    public String toString() {
        return "StaffMemberView[" + id + "]";
    }
}
