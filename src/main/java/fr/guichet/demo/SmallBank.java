package fr.guichet.demo;

import fr.guichet.branches.Schedules;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens the small bank and carries it forward: eight weeks of visits behind today and four ahead, always. The same clock gives the same
 * bank, but for its identifiers.
 */
@Component
class SmallBank {

    static final SystemActor ACTOR = new SystemActor("demo");

    private static final long SEED = 20_260_105L;
    private static final int WEEKS_BEHIND = 8;
    private static final int WEEKS_AHEAD = 4;
    private static final ZoneId HEAD_OFFICE = ZoneId.of("Europe/Paris");

    private final SmallBankNetwork network;
    private final SmallBankPeople people;
    private final SmallBankVisits visits;
    private final Schedules schedules;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Boolean open;

    SmallBank(
            SmallBankNetwork network,
            SmallBankPeople people,
            SmallBankVisits visits,
            Schedules schedules,
            Transactions transactions,
            JdbcClient jdbc,
            Clock clock) {
        this.network = network;
        this.people = people;
        this.visits = visits;
        this.schedules = schedules;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asked of the database once: the small bank is opened at the start of an instance or never. */
    boolean isOpen() {
        var known = open;
        if (known == null) {
            known = jdbc.sql("select exists (select from demo.small_bank)")
                    .query(Boolean.class)
                    .single();
            open = known;
        }
        return known;
    }

    /** All of it or nothing, once: the second of two instances finds it open. */
    void open() {
        transactions.call(() -> {
            lock();
            open = null;
            if (!isOpen()) {
                jdbc.sql("insert into demo.small_bank (planned_through) values (:day)")
                        .param("day", today().minusWeeks(WEEKS_BEHIND).minusDays(1))
                        .update();
                openBranches(network.open(ACTOR, today(), new People(new Random(SEED))));
            }
            return true;
        });
        open = true;
        carryForward();
    }

    private void openBranches(Map<String, BranchId> branches) {
        var random = new Random(SEED + 1);
        var names = new People(random);
        branches.forEach((code, id) -> {
            var branch = schedules.confirmed(id).orElseThrow();
            var home = code.equals(SmallBankNetwork.HOME_BRANCH);
            var customers = people.register(ACTOR, branch, home, names, random);
            if (home) {
                var marie = customers.get(0);
                var pierre = customers.get(1);
                people.openAccounts(branch, marie, pierre);
                visits.ofMarieAndPierre(branch, marie, pierre, today());
            }
            // Marie and Pierre come when their visitor says so, not when the plan does.
            remember(id, home ? customers.subList(2, customers.size()) : customers);
        });
    }

    /** Plans the days that came into reach since the last time, and closes those that have passed. */
    void carryForward() {
        transactions.call(() -> {
            lock();
            var from = jdbc.sql("select planned_through from demo.small_bank")
                    .query(LocalDate.class)
                    .single()
                    .plusDays(1);
            var through = today().plusWeeks(WEEKS_AHEAD);
            if (!from.isAfter(through)) {
                var earliest = today().minusWeeks(WEEKS_BEHIND);
                visits.plan(customersByBranch(), from.isBefore(earliest) ? earliest : from, through);
                jdbc.sql("update demo.small_bank set planned_through = :day")
                        .param("day", through)
                        .update();
            }
            visits.settle();
            return true;
        });
    }

    private void remember(BranchId branch, List<CustomerId> customers) {
        for (var i = 0; i < customers.size(); i++) {
            jdbc.sql(
                            "insert into demo.small_bank_customer (branch_id, position, customer_id) values (:branch, :position, :id)")
                    .param("branch", branch.value())
                    .param("position", i)
                    .param("id", customers.get(i).value())
                    .update();
        }
    }

    private Map<BranchId, List<CustomerId>> customersByBranch() {
        var byBranch = new java.util.LinkedHashMap<BranchId, List<CustomerId>>();
        jdbc.sql("select branch_id, customer_id from demo.small_bank_customer order by branch_id, position")
                .query(row -> {
                    byBranch.computeIfAbsent(
                                    new BranchId(row.getObject("branch_id", java.util.UUID.class)),
                                    branch -> new ArrayList<>())
                            .add(new CustomerId(row.getObject("customer_id", java.util.UUID.class)));
                });
        return byBranch;
    }

    /** Two instances that start together must not both open the bank. */
    private void lock() {
        jdbc.sql("lock table demo.small_bank in exclusive mode").update();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HEAD_OFFICE));
    }
}
