package fr.guichet.identity.staff;

import fr.guichet.identity.Grants;
import fr.guichet.identity.SuspensionReason;
import fr.guichet.identity.staff.StaffChange.ChangeRoles;
import fr.guichet.identity.staff.StaffChange.Invite;
import fr.guichet.identity.staff.StaffChange.InviteAgain;
import fr.guichet.identity.staff.StaffChange.Kind;
import fr.guichet.identity.staff.StaffChange.Reinstate;
import fr.guichet.identity.staff.StaffChange.Suspend;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Role;
import fr.guichet.shared.TimeOrderedIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open proposals as rows. */
@Repository
class ProposalRows {

    /** Long enough for a colleague who is away for a few days; no question is approved that everybody has forgotten. */
    static final Duration LASTS = Duration.ofDays(7);

    private static final String SELECT = """
            select p.*, coalesce(p.display_name, a.display_name) as subject_name, coalesce(p.email, a.email) as subject_email,
                   b.display_name as proposer_name
              from identity.staff_proposals p
              join identity.accounts b on b.id = p.proposed_by
              left join identity.accounts a on a.id = p.account_id
             where p.expires_at > :now""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that wait for an answer, the oldest first. */
    List<Proposal> open() {
        return jdbc.sql(SELECT + " order by p.proposed_at, p.id")
                .param("now", now())
                .query((row, number) -> proposal(row))
                .list();
    }

    Optional<Proposal> find(UUID id) {
        return jdbc.sql(SELECT + " and p.id = :id")
                .param("now", now())
                .param("id", id)
                .query((row, number) -> proposal(row))
                .optional();
    }

    /**
     * Keeps the question.
     *
     * @param standing of the account; empty for somebody new
     * @return empty when another one about this person is open
     */
    Optional<UUID> insert(StaffChange change, String standing, AccountId by) {
        jdbc.sql("delete from identity.staff_proposals where expires_at <= ?")
                .param(now())
                .update();
        var id = TimeOrderedIds.next();
        var invite = change instanceof Invite invited ? invited : null;
        var grants = change.grants();
        var inserted = jdbc.sql("""
                        insert into identity.staff_proposals
                            (id, kind, account_id, email, email_key, display_name, language, roles, branch_id, adviser_id, reason,
                             standing, proposed_by, proposed_at, expires_at)
                        values (:id, :kind, :account, :email, :emailKey, :name, :language, :roles, :branch, :adviser, :reason,
                                :standing, :by, :now, :expires)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("kind", change.kind().name())
                .param("account", change.account().map(AccountId::value).orElse(null))
                .param("email", invite == null ? null : invite.email().value())
                .param("emailKey", invite == null ? null : invite.email().key())
                .param("name", invite == null ? null : invite.displayName())
                .param("language", invite == null ? null : invite.language())
                .param(
                        "roles",
                        grants.map(given ->
                                        given.roles().stream().map(Role::name).toArray(String[]::new))
                                .orElse(null))
                .param(
                        "branch",
                        grants.flatMap(Grants::branch).map(BranchId::value).orElse(null))
                .param(
                        "adviser",
                        grants.flatMap(Grants::adviser).map(AdviserId::value).orElse(null))
                .param(
                        "reason",
                        change instanceof Suspend suspend ? suspend.reason().name() : null)
                .param("standing", standing)
                .param("by", by.value())
                .param("now", now())
                .param("expires", now().plus(LASTS))
                .update();
        return inserted == 1 ? Optional.of(id) : Optional.empty();
    }

    void delete(UUID id) {
        jdbc.sql("delete from identity.staff_proposals where id = ?").param(id).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                change(row),
                row.getString("subject_name"),
                row.getString("subject_email"),
                row.getString("standing"),
                new AccountId(row.getObject("proposed_by", UUID.class)),
                row.getString("proposer_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static StaffChange change(ResultSet row) throws SQLException {
        var id = row.getObject("account_id", UUID.class);
        return switch (Kind.valueOf(row.getString("kind"))) {
            case INVITE ->
                new Invite(
                        new EmailAddress(row.getString("email")),
                        row.getString("display_name"),
                        row.getString("language"),
                        grants(row));
            case CHANGE_ROLES -> new ChangeRoles(new AccountId(id), grants(row));
            case SUSPEND -> new Suspend(new AccountId(id), SuspensionReason.valueOf(row.getString("reason")));
            case REINSTATE -> new Reinstate(new AccountId(id));
            case INVITE_AGAIN -> new InviteAgain(new AccountId(id));
        };
    }

    private static Grants grants(ResultSet row) throws SQLException {
        var roles = (String[]) row.getArray("roles").getArray();
        return StaffGrants.of(
                Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet()),
                branch(row.getObject("branch_id", UUID.class)),
                adviser(row.getObject("adviser_id", UUID.class)));
    }

    private static @Nullable BranchId branch(@Nullable UUID id) {
        return id == null ? null : new BranchId(id);
    }

    private static @Nullable AdviserId adviser(@Nullable UUID id) {
        return id == null ? null : new AdviserId(id);
    }
}
