package fr.guichet.bench;

import fr.guichet.identity.factors.SheetOfCodes;
import fr.guichet.shared.AccountId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * A bank of a wanted size, written straight into the tables of a database that an instance has set up. Every branch is open on
 * weekdays from 9:00 to 12:30 and 14:00 to 17:30, public holidays included; its advisers work whenever it is open, and the one reason takes half an hour.
 */
record Bank(Database database) {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final String PASSWORD = "mesurer-sans-se-tromper";

    /** The reason of every visit. */
    static final UUID REASON = UUID.fromString("01900000-0000-7000-8000-000000000001");

    private static final String BRANCHES = """
            insert into branches.branch (id, code, name, street, postcode, town, zone, opening_hours, search_town, search_name)
            select ('01900000-0000-7001-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'B' || n, 'Branch ' || n, '1 rue Neuve', '69001',
                'Lyon', 'Europe/Paris', 'Mo-Fr,PH 09:00-12:30,14:00-17:30', 'lyon', 'branch ' || n
            from generate_series(1, ?) as n""";

    private static final String ADVISERS = """
            insert into branches.adviser (id, branch_id, display_name)
            select gen_random_uuid(), b.id, 'Adviser ' || n from branches.branch b, generate_series(1, ?) as n""";

    private static final String PATTERNS = """
            insert into branches.adviser_pattern (adviser_id, valid_from, every_weeks, weeks)
            select id, current_date - 30, 1, '[{"1": [[540, 1050]], "2": [[540, 1050]], "3": [[540, 1050]], "4": [[540, 1050]],
                "5": [[540, 1050]]}]' from branches.adviser""";

    private static final String REASONS = """
            insert into branches.visit_reason (id, code, name_fr, name_en, description_fr, description_en, duration_minutes,
                buffer_before_minutes, buffer_after_minutes, min_notice_minutes, horizon_days)
            values (?, 'ADVICE', 'Conseil', 'Advice', '', '', 30, 0, 0, 0, 100)""";

    /** So many of a hundred half-hours of the next days, spread by a hash that comes out the same each time. */
    private static final String VISITS = """
            insert into appointments.appointment
                (id, branch_id, adviser_id, customer_id, reason_id, status, starts, ends, blocked, changed_at)
            select gen_random_uuid(), branch_id, adviser_id, gen_random_uuid(), ?, 'BOOKED', starts, starts + interval '30 minutes',
                tstzrange(starts, starts + interval '30 minutes'), now()
            from (
                select a.branch_id, a.id as adviser_id, (current_date + day
                    + case when half < 7 then time '09:00' else time '10:30' end + half * interval '30 minutes')
                    at time zone 'Europe/Paris' as starts
                from branches.adviser a, generate_series(1, ?) as day, generate_series(0, 13) as half
                where extract(isodow from current_date + day) < 6
            ) as slots
            where abs(hashtext(adviser_id::text || starts::text) % 1000) < ?""";

    /** Makes the branches, each with so many advisers, and the reason. */
    void open(int branches, int advisersEach) throws SQLException {
        run(BRANCHES, statement -> statement.setInt(1, branches));
        run(ADVISERS, statement -> statement.setInt(1, advisersEach));
        run(PATTERNS, statement -> {});
        run(REASONS, statement -> statement.setObject(1, REASON));
        database.execute("update branches.reason_catalogue set version = nextval('branches.schedule_version_seq')");
        database.execute("analyze");
    }

    /**
     * Books visits of customers whom nobody knows.
     *
     * @param days over how many days from tomorrow
     * @param perMille how many of a thousand half-hours
     */
    void book(int days, int perMille) throws SQLException {
        run(VISITS, statement -> {
            statement.setObject(1, REASON);
            statement.setInt(2, days);
            statement.setInt(3, perMille);
        });
        database.execute("vacuum analyze");
    }

    long visits() throws SQLException {
        return database.number("select count(*) from appointments.appointment");
    }

    /** The branches in the order of their numbers. */
    static UUID branch(int number) {
        return UUID.fromString("01900000-0000-7001-8000-%012x".formatted(number));
    }

    /** Opens accounts for so many customers of the first branch; they sign in as {@code customer1@example.org} and so on. */
    void customers(int count) throws SQLException {
        var hash = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(PASSWORD);
        run("""
                insert into customers.customers (id, branch_id, first_name, last_name, language, sort_key, created_at, changed_at)
                select gen_random_uuid(), ?, 'Customer', n::text, 'fr', 'customer ' || n, now(), now()
                from generate_series(1, ?) as n""", statement -> {
            statement.setObject(1, branch(1));
            statement.setInt(2, count);
        });
        run("""
                insert into identity.accounts (id, email, email_key, display_name, language, kind, status, password_hash,
                    password_changed_at, opened_at, changed_at)
                select gen_random_uuid(), email, email, email, 'fr', 'CUSTOMER', 'ACTIVE', ?, now(), now(), now()
                from (select 'customer' || last_name || '@example.org' as email from customers.customers) as people""", statement -> statement.setString(1, hash));
        database.execute("""
                insert into identity.grants (id, account_id, kind, role, customer_id, granted_at)
                select gen_random_uuid(), a.id, 'CUSTOMER', 'CUSTOMER', c.id, now()
                from customers.customers c join identity.accounts a on a.email = 'customer' || c.last_name || '@example.org'""");
        sheets();
    }

    /** Gives everyone a sheet of recovery codes, known to {@link Client}. */
    private void sheets() throws SQLException {
        var keys = database.keys();
        try (var connection = database.connect();
                var accounts = connection.createStatement();
                var insert = connection.prepareStatement(
                        "insert into identity.recovery_codes (account_id, mac, issued_at) values (?, ?, now())")) {
            var rows = accounts.executeQuery("select id from identity.accounts where kind = 'CUSTOMER'");
            while (rows.next()) {
                var account = rows.getObject(1, UUID.class);
                for (var code : SheetOfCodes.codes()) {
                    insert.setObject(1, account);
                    insert.setBytes(2, SheetOfCodes.kept(keys, new AccountId(account), code));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** A signed-in customer, counted from 1. */
    static Client customer(int number, Instance instance) throws java.io.IOException {
        var client = new Client(instance.address());
        client.signIn("customer" + number + "@example.org", PASSWORD);
        return client;
    }

    /** The weekdays from tomorrow. */
    static List<LocalDate> weekdays(int count) {
        var days = new ArrayList<LocalDate>();
        for (var day = LocalDate.now(ZONE).plusDays(1); days.size() < count; day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() < 6) {
                days.add(day);
            }
        }
        return days;
    }

    private void run(String sql, Binding binding) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.execute();
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
