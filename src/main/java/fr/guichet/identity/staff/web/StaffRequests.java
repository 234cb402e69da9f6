package fr.guichet.identity.staff.web;

import fr.guichet.identity.Grants;
import fr.guichet.identity.SuspensionReason;
import fr.guichet.identity.staff.StaffChange.Invite;
import fr.guichet.identity.staff.StaffGrants;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Department;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators send, read into what the use cases take. All that is wrong is told at once. */
final class StaffRequests {

    private static final int LONGEST_NAME = 200;

    private StaffRequests() {}

    /**
     * Whom to invite.
     *
     * @param branchId where an adviser or a manager works
     * @param adviserId the calendar of an adviser
     */
    @Schema(name = "InviteStaff")
    record Invitation(
            @NotNull @Size(max = 254) String email,
            @NotNull @Size(max = LONGEST_NAME) String displayName,

            @NotNull @Pattern(regexp = "fr|en") @Schema(allowableValues = {"fr", "en"})
            String language,

            @NotNull @Size(max = 13) Set<@NotNull Role> roles,
            @Nullable UUID branchId,
            @Nullable UUID adviserId) {

        Invite read() {
            var errors = new ArrayList<InvalidField>();
            var address = EmailAddress.parse(email);
            if (address.isEmpty()) {
                errors.add(new InvalidField("email", "invalid.staff.email"));
            }
            var name = displayName.strip();
            if (name.isEmpty()) {
                errors.add(new InvalidField("displayName", "invalid.required"));
            } else if (name.codePoints().anyMatch(Character::isISOControl)) {
                errors.add(new InvalidField("displayName", "invalid.staff.name"));
            }
            var grants = grants(roles, branchId, adviserId, errors);
            return grants.map(given -> new Invite(address.orElseThrow(), name, language, given))
                    .orElseThrow(() -> Problems.invalid(errors).exception());
        }

        @Override
        public String toString() {
            return "Invitation[" + roles + "]";
        }
    }

    /**
     * What somebody is to be entitled to, and nothing else.
     *
     * @param branchId where an adviser or a manager works
     * @param adviserId the calendar of an adviser
     */
    @Schema(name = "StaffRoles")
    record Roles(
            @NotNull @Size(max = 13) Set<@NotNull Role> roles,
            @Nullable UUID branchId,
            @Nullable UUID adviserId) {

        Grants read() {
            var errors = new ArrayList<InvalidField>();
            return grants(roles, branchId, adviserId, errors)
                    .orElseThrow(() -> Problems.invalid(errors).exception());
        }
    }

    @Schema(name = "SuspendStaff")
    record Suspension(@NotNull SuspensionReason reason) {}

    /** Empty when something is wrong, which then stands among the errors. */
    private static Optional<Grants> grants(
            Set<Role> roles, @Nullable UUID branch, @Nullable UUID adviser, List<InvalidField> errors) {
        var receives = roles.contains(Role.ADVISER);
        var worksInBranch = receives || roles.contains(Role.MANAGER);
        if (roles.isEmpty()) {
            errors.add(new InvalidField("roles", "invalid.required"));
        } else if (roles.contains(Role.CUSTOMER)) {
            errors.add(new InvalidField("roles", "invalid.staff.customer"));
        } else if (departments(roles) > 1) {
            errors.add(new InvalidField("roles", "invalid.staff.departments"));
        }
        if (worksInBranch && branch == null) {
            errors.add(new InvalidField("branchId", "invalid.staff.branch-needed"));
        } else if (!worksInBranch && branch != null) {
            errors.add(new InvalidField("branchId", "invalid.staff.branch-unused"));
        }
        if (receives && adviser == null) {
            errors.add(new InvalidField("adviserId", "invalid.staff.adviser-needed"));
        } else if (!receives && adviser != null) {
            errors.add(new InvalidField("adviserId", "invalid.staff.adviser-unused"));
        }
        return errors.isEmpty()
                ? Optional.of(StaffGrants.of(
                        roles,
                        branch == null ? null : new BranchId(branch),
                        adviser == null ? null : new AdviserId(adviser)))
                : Optional.empty();
    }

    private static long departments(Set<Role> roles) {
        return roles.stream()
                .<Department>flatMap(role -> role.department().stream())
                .distinct()
                .count();
    }
}
