package fr.guichet.customers;

import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Customers and what they are found by, as rows. Every method that writes expects the caller's transaction. */
@Repository
class CustomerRows {

    private static final String COLUMNS =
            "c.id, c.first_name, c.last_name, c.email, c.phone, c.language, c.branch_id, c.adviser_id, c.version, c.sort_key";

    private static final String INSERT = """
            insert into customers.customers (id, branch_id, adviser_id, first_name, last_name, email, email_key, phone,
                                             language, sort_key, created_at, changed_at)
            values (:id, :branch, :adviser, :first, :last, :email, :emailKey, :phone, :language, :sortKey, :now, :now)
            on conflict (email_key) do nothing
            """;

    private static final String INSERT_TERM =
            "insert into customers.search_terms (customer_id, branch_id, term) values (:id, :branch, :term)";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    CustomerRows(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** One row of a list, with where it stands. */
    record Listed(Customer customer, String sortKey) {}

    /** Inserts them; false when an e-mail address is taken, and then the caller has only one or gives all up. */
    boolean insert(List<Customer> customers, Instant now) {
        batches.batchUpdate(
                INSERT, customers.stream().map(customer -> row(customer, now)).toArray(SqlParameterSource[]::new));
        // Counted, because a driver that joins the statements of a batch cannot tell how many rows each made.
        var inserted = jdbc.sql("select count(*) from customers.customers where id = any (?)")
                .param(customers.stream().map(customer -> customer.id().value()).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
        if (inserted < customers.size()) {
            return false;
        }
        insertTerms(customers);
        return true;
    }

    boolean any() {
        return jdbc.sql("select exists (select from customers.customers)")
                .query(Boolean.class)
                .single();
    }

    Optional<Customer> find(CustomerId id) {
        return jdbc.sql("select " + COLUMNS + " from customers.customers c where c.id = ?")
                .param(id.value())
                .query(CustomerRows::customer)
                .optional();
    }

    List<Customer> findAll(Collection<CustomerId> ids) {
        return jdbc.sql("select " + COLUMNS + " from customers.customers c where c.id = any (?)")
                .param(ids.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query(CustomerRows::customer)
                .list();
    }

    Optional<CustomerId> findByEmail(EmailAddress email) {
        return jdbc.sql("select id from customers.customers where email_key = ?")
                .param(email.key())
                .query(UUID.class)
                .optional()
                .map(CustomerId::new);
    }

    /** False when the record is not at this version any more. */
    boolean changeContact(Customer customer, @Nullable PhoneNumber phone, String language, Instant now) {
        var changed = jdbc.sql("""
                        update customers.customers
                           set phone = :phone, language = :language, changed_at = :now, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("phone", phone == null ? null : phone.value())
                .param("language", language)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", customer.id().value())
                .param("version", customer.version())
                .update();
        return changed == 1;
    }

    void replaceTerms(Customer customer) {
        jdbc.sql("delete from customers.search_terms where customer_id = ?")
                .param(customer.id().value())
                .update();
        insertTerms(List.of(customer));
    }

    /**
     * Customers found by every one of the beginnings, in the order of their names.
     *
     * @param branch whose customers; null for all
     * @param after where the page before ended; null for the first page
     */
    List<Listed> search(@Nullable BranchId branch, List<String> beginnings, @Nullable Position after, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new MapSqlParameterSource("limit", limit);
        if (branch != null) {
            conditions.add("c.branch_id = :branch");
            parameters.addValue("branch", branch.value());
        }
        for (var i = 0; i < beginnings.size(); i++) {
            // Byte by byte, so that the index serves any prepared plan and no character means more than itself.
            conditions.add("""
                    exists (select from customers.search_terms t
                             where t.customer_id = c.id and t.branch_id = c.branch_id
                               and t.term ~>=~ :begin%1$d and t.term ~<~ (:begin%1$d || chr(1114111)))
                    """.formatted(i));
            parameters.addValue("begin" + i, beginnings.get(i));
        }
        if (after != null) {
            conditions.add("(c.sort_key, c.id) > (:afterKey collate \"C\", :afterId)");
            parameters.addValue("afterKey", after.sortKey()).addValue("afterId", after.id());
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return batches.query(
                "select " + COLUMNS + " from customers.customers c" + where + " order by c.sort_key, c.id limit :limit",
                parameters,
                (row, number) -> new Listed(customer(row, number), row.getString("sort_key")));
    }

    /** Where a page of the list ended. */
    record Position(String sortKey, UUID id) {}

    private void insertTerms(List<Customer> customers) {
        batches.batchUpdate(
                INSERT_TERM,
                customers.stream()
                        .flatMap(customer -> terms(customer).stream().map(term -> new MapSqlParameterSource(
                                        "id", customer.id().value())
                                .addValue("branch", customer.branch().value())
                                .addValue("term", term)))
                        .toArray(SqlParameterSource[]::new));
    }

    private static Set<String> terms(Customer customer) {
        return SearchText.terms(customer.firstName(), customer.lastName(), customer.email(), customer.phone());
    }

    private static SqlParameterSource row(Customer customer, Instant now) {
        return new MapSqlParameterSource("id", customer.id().value())
                .addValue("branch", customer.branch().value())
                .addValue(
                        "adviser",
                        customer.adviser() == null ? null : customer.adviser().value())
                .addValue("first", customer.firstName().value())
                .addValue("last", customer.lastName().value())
                .addValue(
                        "email",
                        customer.email() == null ? null : customer.email().value())
                .addValue(
                        "emailKey",
                        customer.email() == null ? null : customer.email().key())
                .addValue(
                        "phone",
                        customer.phone() == null ? null : customer.phone().value())
                .addValue("language", customer.language())
                .addValue("sortKey", SearchText.sortKey(customer.firstName(), customer.lastName()))
                .addValue("now", now.atOffset(ZoneOffset.UTC));
    }

    private static Customer customer(ResultSet row, int number) throws SQLException {
        var email = row.getString("email");
        var phone = row.getString("phone");
        var adviser = row.getObject("adviser_id", UUID.class);
        return new Customer(
                new CustomerId(row.getObject("id", UUID.class)),
                new PersonalName(row.getString("first_name")),
                new PersonalName(row.getString("last_name")),
                email == null ? null : new EmailAddress(email),
                phone == null ? null : new PhoneNumber(phone),
                row.getString("language"),
                new BranchId(row.getObject("branch_id", UUID.class)),
                adviser == null ? null : new AdviserId(adviser),
                row.getLong("version"));
    }
}
