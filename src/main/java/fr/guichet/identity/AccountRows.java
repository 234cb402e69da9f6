package fr.guichet.identity;

import fr.guichet.shared.AccountId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Role;
import fr.guichet.shared.TimeOrderedIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts and their grants as rows. Every method that writes more than one row expects the caller's transaction. */
@Repository
class AccountRows {

    private static final String FIND = """
            select a.id, a.email, a.display_name, a.language, a.status, a.session_version,
                   g.role, g.customer_id, g.adviser_id, g.branch_id
              from identity.accounts a
              join identity.grants g on g.account_id = a.id
             where\s""";

    private static final String INSERT_ACCOUNT = """
            insert into identity.accounts (id, email, email_key, display_name, language, kind, status,
                                           password_hash, password_changed_at, opened_at, changed_at)
            values (:id, :email, :key, :name, :language, :kind, 'ACTIVE',
                    :hash, case when :hash::text is not null then :now end, :now, :now)
            on conflict (email_key) do nothing
            """;

    private static final String INSERT_GRANT = """
            insert into identity.grants (id, account_id, kind, role, customer_id, adviser_id, branch_id, granted_at)
            values (:id, :account, :kind, :role, :customer, :adviser, :branch, :now)
            on conflict do nothing
            """;

    /** All that somebody signed in with, and what was under way. */
    private static final List<String> FORGET_ACCESS = List.of(
            "delete from identity.authenticator_apps where account_id = ?",
            "delete from identity.passkeys where account_id = ?",
            "delete from identity.passkey_challenges where account_id = ?",
            "delete from identity.recovery_codes where account_id = ?",
            "delete from identity.message_codes where account_id = ?",
            "delete from identity.pending_sign_ins where account_id = ?",
            "delete from identity.password_links where account_id = ?",
            "delete from identity.known_devices where account_id = ?",
            "delete from identity.sign_on_links where account_id = ?");

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    AccountRows(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    AccountOpening insert(AccountId id, OpenAccount wish, @Nullable String hash, Instant now) {
        if (!insertAccounts(List.of(id), List.of(account(id, wish, hash, now)))) {
            return new AccountOpening.Refused(new AccountRefusal.EmailTaken());
        }
        if (!insertGrants(List.of(id), grants(id, wish.grants(), now))) {
            jdbc.sql("delete from identity.accounts where id = ?")
                    .param(id.value())
                    .update();
            return new AccountOpening.Refused(new AccountRefusal.PersonHasAccount());
        }
        return new AccountOpening.Opened(id);
    }

    List<AccountId> insertAll(List<OpenAccount> wishes, List<Optional<String>> hashes, Instant now) {
        var ids = new ArrayList<AccountId>(wishes.size());
        var accounts = new ArrayList<SqlParameterSource>(wishes.size());
        var grants = new ArrayList<SqlParameterSource>(wishes.size());
        for (var i = 0; i < wishes.size(); i++) {
            var id = AccountId.next();
            ids.add(id);
            accounts.add(account(id, wishes.get(i), hashes.get(i).orElse(null), now));
            grants.addAll(grants(id, wishes.get(i).grants(), now));
        }
        if (!insertAccounts(ids, accounts) || !insertGrants(ids, grants)) {
            throw new IllegalStateException("An address or a person among these has an account already");
        }
        return ids;
    }

    Optional<AccountView> find(AccountId id) {
        return view(jdbc.sql(FIND + "a.id = ?").param(id.value()));
    }

    Optional<AccountView> findByEmailKey(String key) {
        return view(jdbc.sql(FIND + "a.email_key = ?").param(key));
    }

    boolean changeLanguage(AccountId id, String language, Instant now) {
        return jdbc.sql("""
                        update identity.accounts
                           set language = :language, changed_at = :now, version = version + 1
                         where id = :id
                        """)
                        .param("language", language)
                        .param("now", at(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean changePassword(AccountId id, String hash, Instant now) {
        return jdbc.sql("""
                        update identity.accounts
                           set password_hash = :hash, password_changed_at = :now, session_version = session_version + 1,
                               changed_at = :now, version = version + 1
                         where id = :id
                        """)
                        .param("hash", hash)
                        .param("now", at(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<Instant> passwordSince(AccountId id) {
        return jdbc.sql(
                        "select password_changed_at from identity.accounts where id = ? and password_changed_at is not null")
                .param(id.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    boolean changeStatus(AccountId id, AccountStatus status, Instant now) {
        return jdbc.sql("""
                        update identity.accounts
                           set status = :status, session_version = session_version + 1,
                               changed_at = :now, version = version + 1
                         where id = :id and status <> :status
                        """)
                        .param("status", status.name())
                        .param("now", at(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Forgets all that somebody signed in with. What he is entitled to stays, and so do the links to the bank's own sign-on. */
    boolean forgetAccess(AccountId id, Instant now) {
        var changed =
                jdbc.sql("""
                        update identity.accounts
                           set password_hash = null, password_changed_at = null, mobile = null, codes_by = 'EMAIL',
                               attempts_forgiven = attempts, locked_until = null,
                               session_version = session_version + 1, changed_at = :now, version = version + 1
                         where id = :id
                        """).param("now", at(now)).param("id", id.value()).update();
        for (var forget : FORGET_ACCESS) {
            jdbc.sql(forget).param(id.value()).update();
        }
        return changed == 1;
    }

    boolean replaceGrants(AccountId id, Grants grants, Instant now) {
        var changed =
                jdbc.sql("""
                        update identity.accounts
                           set session_version = session_version + 1, changed_at = :now, version = version + 1
                         where id = :id
                        """).param("now", at(now)).param("id", id.value()).update();
        if (changed == 0) {
            return false;
        }
        jdbc.sql("delete from identity.grants where account_id = ?")
                .param(id.value())
                .update();
        if (!insertGrants(List.of(id), grants(id, grants, now))) {
            throw new IllegalStateException("The customer or the adviser has an account already");
        }
        return true;
    }

    Optional<AccountView> findByCustomer(CustomerId customer) {
        return view(jdbc.sql(FIND + "g.customer_id = ?").param(customer.value()));
    }

    boolean someoneIs(Role role) {
        return jdbc.sql("select exists (select from identity.grants where role = ?)")
                .param(role.name())
                .query(Boolean.class)
                .single();
    }

    /** Holds until the transaction ends, on every instance: what is decided under it is decided by one. */
    void lock(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param("identity: " + what)
                .query(String.class)
                .list();
    }

    private boolean insertAccounts(List<AccountId> ids, List<SqlParameterSource> accounts) {
        batches.batchUpdate(INSERT_ACCOUNT, accounts.toArray(SqlParameterSource[]::new));
        return count("select count(*) from identity.accounts where id = any (?)", ids) == accounts.size();
    }

    private boolean insertGrants(List<AccountId> ids, List<SqlParameterSource> grants) {
        batches.batchUpdate(INSERT_GRANT, grants.toArray(SqlParameterSource[]::new));
        return count("select count(*) from identity.grants where account_id = any (?)", ids) == grants.size();
    }

    /** Counted, because a driver that joins the statements of a batch cannot tell how many rows each made. */
    private int count(String query, List<AccountId> ids) {
        return jdbc.sql(query)
                .param(ids.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    private static SqlParameterSource account(AccountId id, OpenAccount wish, @Nullable String hash, Instant now) {
        return new MapSqlParameterSource()
                .addValue("id", id.value())
                .addValue("email", wish.email().value())
                .addValue("key", wish.email().key())
                .addValue("name", wish.displayName())
                .addValue("language", wish.language())
                .addValue("kind", kind(wish.grants()))
                .addValue("hash", hash)
                .addValue("now", at(now));
    }

    private static List<SqlParameterSource> grants(AccountId account, Grants grants, Instant now) {
        return grants.list().stream()
                .<SqlParameterSource>map(grant -> new MapSqlParameterSource()
                        .addValue("id", TimeOrderedIds.next())
                        .addValue("account", account.value())
                        .addValue("kind", kind(grants))
                        .addValue("role", grant.role().name())
                        .addValue(
                                "customer",
                                grant.customer() == null
                                        ? null
                                        : grant.customer().value())
                        .addValue(
                                "adviser",
                                grant.adviser() == null ? null : grant.adviser().value())
                        .addValue(
                                "branch",
                                grant.branch() == null ? null : grant.branch().value())
                        .addValue("now", at(now)))
                .toList();
    }

    private static String kind(Grants grants) {
        return grants.customer().isPresent() ? "CUSTOMER" : "STAFF";
    }

    private static Optional<AccountView> view(JdbcClient.StatementSpec statement) {
        ResultSetExtractor<Optional<AccountView>> together = AccountRows::together;
        return statement.query(together);
    }

    /** Puts the rows of one account, one for each grant, together. */
    private static Optional<AccountView> together(ResultSet rows) throws SQLException {
        var grants = new ArrayList<Grant>();
        if (!rows.next()) {
            return Optional.empty();
        }
        var id = new AccountId(rows.getObject("id", UUID.class));
        var email = rows.getString("email");
        var name = rows.getString("display_name");
        var language = rows.getString("language");
        var status = AccountStatus.valueOf(rows.getString("status"));
        var sessionVersion = rows.getLong("session_version");
        do {
            grants.add(grant(rows));
        } while (rows.next());
        return Optional.of(new AccountView(id, email, name, language, status, new Grants(grants), sessionVersion));
    }

    private static Grant grant(ResultSet row) throws SQLException {
        var customer = row.getObject("customer_id", UUID.class);
        var adviser = row.getObject("adviser_id", UUID.class);
        var branch = row.getObject("branch_id", UUID.class);
        return new Grant(
                Role.valueOf(row.getString("role")),
                customer == null ? null : new CustomerId(customer),
                adviser == null ? null : new AdviserId(adviser),
                branch == null ? null : new BranchId(branch));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
