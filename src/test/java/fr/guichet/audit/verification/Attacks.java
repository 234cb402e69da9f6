package fr.guichet.audit.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What somebody who rules the database may do to the trail. Each attack changes something that was sealed or marked, with triggers and
 * constraints out of the way, inside the transaction of the connection.
 */
public final class Attacks {

    /** One of them: what it is called and the statements. */
    public record Attack(String name, List<String> statements) {

        static Attack of(String name, String... statements) {
            return new Attack(name, List.of(statements));
        }

        /** Does it, and fails if it changed nothing. */
        public void run(Connection superuser) throws SQLException {
            try (var statement = superuser.createStatement()) {
                statement.execute("set session_replication_role = replica");
                var changed = 0;
                for (var sql : statements) {
                    changed += Math.max(0, statement.executeUpdate(sql));
                }
                if (changed == 0) {
                    throw new IllegalStateException("Nothing was changed by: " + name + " " + statements);
                }
            }
        }
    }

    private final Random random;
    private final int entries;
    private final int batches;

    /**
     * Prepares attacks on a trail.
     *
     * @param entries how many there are
     * @param batches how many there are, more than three
     */
    public Attacks(Random random, int entries, int batches) {
        this.random = random;
        this.entries = entries;
        this.batches = batches;
    }

    /** One of all, on a place chosen at random. */
    public Attack any() {
        var all = all();
        return all.get(random.nextInt(all.size()));
    }

    /** Each of them once, each on a place chosen at random. */
    public List<Attack> all() {
        var all = new ArrayList<Attack>();
        editsOfEntries(all);
        editsOfBatches(all);
        var entry = anyEntry();
        var other = otherEntry();
        all.add(Attack.of("delete an entry", "delete from audit.entry where seq = " + entry));
        all.add(Attack.of(
                "delete some entries in a row",
                "delete from audit.entry where seq >= %s and seq < %s + 10".formatted(entry, entry)));
        all.add(
                Attack.of(
                        "delete the newest entry",
                        "delete from audit.entry where seq = (select max(seq) from audit.entry where seq <= (select max(last_seq) from audit.batch))"));
        var cut = 1 + random.nextInt(batches - 2);
        all.add(Attack.of(
                "cut the end off",
                "delete from audit.entry where seq > (select last_seq from audit.batch where number = %s)"
                        .formatted(anyBatch(cut)),
                "delete from audit.batch where number > " + anyBatch(cut)));
        all.add(Attack.of(
                "delete a batch with its entries",
                "delete from audit.entry where seq between (select first_seq from audit.batch where number = %1$s) and (select last_seq from audit.batch where number = %1$s)"
                        .formatted(anyBatch(cut)),
                "delete from audit.batch where number = " + anyBatch(cut)));
        all.add(
                Attack.of(
                        "delete a batch with its entries and close the gap",
                        "delete from audit.entry where seq between (select first_seq from audit.batch where number = %1$s) and (select last_seq from audit.batch where number = %1$s)"
                                .formatted(anyBatch(cut)),
                        "create temporary table moved on commit drop as select * from audit.batch where number > "
                                + anyBatch(cut),
                        "delete from audit.batch where number >= " + anyBatch(cut),
                        "insert into audit.batch select number - 1, first_seq, last_seq, manifest, previous, sealed_at, signature from moved"));
        all.add(Attack.of(
                "delete only a batch", "delete from audit.batch where number = " + anyBatch(random.nextInt(batches))));
        all.add(Attack.of("delete everything", "delete from audit.entry", "delete from audit.batch"));
        all.add(Attack.of("delete all batches", "delete from audit.batch"));
        all.add(Attack.of(
                "swap the contents of two entries",
                "update audit.entry a set id = b.id, at = b.at, actor_kind = b.actor_kind, actor_account = b.actor_account, actor_name = b.actor_name, action = b.action, subject = b.subject, subject_id = b.subject_id, customer_id = b.customer_id, branch_id = b.branch_id, outcome = b.outcome, reason = b.reason, details = b.details, address = b.address, device = b.device, request_id = b.request_id, mark = b.mark from audit.entry b where (a.seq = %1$s and b.seq = %2$s) or (a.seq = %2$s and b.seq = %1$s)"
                        .formatted(entry, other)));
        all.add(
                Attack.of(
                        "swap the numbers of two entries",
                        "create temporary table pair on commit drop as select %s as a, %s as b".formatted(entry, other),
                        "alter table audit.entry alter seq drop identity",
                        "update audit.entry set seq = -seq where seq in ((select a from pair), (select b from pair))",
                        "update audit.entry set seq = case when seq = -(select a from pair) then (select b from pair) else (select a from pair) end where seq in (-(select a from pair), -(select b from pair))"));
        all.add(Attack.of(
                "give an entry no number",
                "alter table audit.entry drop constraint entry_pkey",
                "alter table audit.entry alter seq drop identity",
                "alter table audit.entry alter seq drop not null",
                "update audit.entry set seq = null where seq = " + entry));
        all.add(Attack.of(
                "move an entry before the beginning",
                "alter table audit.entry alter seq drop identity",
                "update audit.entry set seq = -seq where seq = " + entry));
        all.add(
                Attack.of(
                        "put a forged entry into a gap",
                        forged(
                                "(select g from generate_series(1, (select max(last_seq) from audit.batch)) g where not exists (select from audit.entry where seq = g) order by random() limit 1)")));
        all.add(Attack.of(
                "put a forged entry beside another of its number",
                "alter table audit.entry drop constraint entry_pkey",
                forged(entry)));
        all.add(Attack.of("put a forged entry at the end", forged("(select max(seq) + 100 from audit.entry)")));
        all.add(Attack.of("put a forged entry before the beginning", forged("-5")));
        all.add(Attack.of(
                "swap the seals of two batches",
                "update audit.batch a set signature = b.signature from audit.batch b where (a.number = %1$s and b.number = %2$s) or (a.number = %2$s and b.number = %1$s)"
                        .formatted(anyBatch(0), anyBatch(1 + random.nextInt(batches - 1)))));
        all.add(Attack.of(
                "put an old batch in the place of a newer",
                "update audit.batch a set first_seq = b.first_seq, last_seq = b.last_seq, manifest = b.manifest, previous = b.previous, sealed_at = b.sealed_at, signature = b.signature from audit.batch b where a.number = %s and b.number = %s"
                        .formatted(anyBatch(batches - 1), anyBatch(random.nextInt(batches - 1)))));
        all.add(Attack.of(
                "number an old batch as the next",
                "insert into audit.batch select (select max(number) + 1 from audit.batch), first_seq, last_seq, manifest, previous, sealed_at, signature from audit.batch where number = "
                        + anyBatch(random.nextInt(batches))));
        all.add(Attack.of(
                "pretend that the beginning was removed by age",
                "insert into audit.anchor select number, last_seq, previous, now(), signature from audit.batch where number = "
                        + anyBatch(cut),
                "delete from audit.entry where seq <= (select last_seq from audit.batch where number = %s)"
                        .formatted(anyBatch(cut)),
                "delete from audit.batch where number <= " + anyBatch(cut)));
        all.add(Attack.of("give the trail another name", "update audit.trail set id = gen_random_uuid()"));
        all.add(Attack.of("give the trail no name", "delete from audit.trail"));
        return all;
    }

    private void editsOfEntries(List<Attack> all) {
        edit(all, "id", "gen_random_uuid()");
        edit(all, "at", "at + interval '1 microsecond'");
        edit(all, "at", "'infinity'");
        edit(all, "actor_kind", "case actor_kind when 'STAFF' then 'SYSTEM' else 'STAFF' end");
        edit(all, "actor_account", "gen_random_uuid()");
        edit(all, "actor_name", "coalesce(actor_name || 'x', '')");
        edit(all, "action", "action || 'x'");
        edit(all, "subject", "case subject when 'BRANCH' then 'ACCOUNT' else 'BRANCH' end");
        edit(all, "subject_id", "case when subject_id is null then gen_random_uuid() end");
        edit(all, "customer_id", "case when customer_id is null then gen_random_uuid() end");
        edit(all, "branch_id", "case when branch_id is null then gen_random_uuid() end");
        all.add(Attack.of(
                "edit outcome",
                "alter table audit.entry drop constraint entry_refusals_have_a_reason",
                "update audit.entry set outcome = case outcome when 'DONE' then 'REFUSED' else 'DONE' end where seq = "
                        + anyEntry()));
        all.add(Attack.of(
                "edit outcome and reason",
                "update audit.entry set outcome = case outcome when 'DONE' then 'REFUSED' else 'DONE' end, reason = case outcome when 'DONE' then 'x' end where seq = "
                        + anyEntry()));
        edit(all, "details", "replace(details, '{', '{ ')");
        edit(all, "address", "coalesce(address || '1', '')");
        edit(all, "device", "coalesce(device || ' ', '')");
        edit(all, "request_id", "coalesce(request_id || '0', '')");
        edit(all, "mark", flipped("mark"));
        all.add(Attack.of(
                "move an entry",
                "alter table audit.entry alter seq drop identity",
                "update audit.entry set seq = seq + 1000000 where seq = " + anyEntry()));
    }

    private void edit(List<Attack> all, String column, String value) {
        all.add(Attack.of(
                "edit " + column,
                "update audit.entry set %s = %s where seq = %s".formatted(column, value, anyEntry())));
    }

    private void editsOfBatches(List<Attack> all) {
        editBatch(all, "number", "number + 1000000");
        editBatch(all, "first_seq", "first_seq - 1");
        editBatch(all, "last_seq", "last_seq + 1");
        editBatch(all, "manifest", "manifest || '\\x00'::bytea");
        editBatch(all, "previous", flipped("previous"));
        editBatch(all, "sealed_at", "sealed_at - interval '4 years'");
        editBatch(all, "signature", flipped("signature"));
    }

    private void editBatch(List<Attack> all, String column, String value) {
        all.add(Attack.of(
                "edit " + column + " of a batch",
                "update audit.batch set %s = %s where number = %s"
                        .formatted(column, value, anyBatch(random.nextInt(batches)))));
    }

    private static String forged(String seq) {
        return """
                insert into audit.entry (seq, id, at, actor_kind, actor_account, action, subject, outcome, details, mark)
                overriding system value
                select %s, gen_random_uuid(), at, 'STAFF', gen_random_uuid(), action, subject, 'DONE', '{}', mark
                from audit.entry where mark is not null order by seq limit 1""".formatted(seq);
    }

    private String flipped(String column) {
        return "set_byte(%1$s, %2$d, get_byte(%1$s, %2$d) # 1)".formatted(column, random.nextInt(32));
    }

    private String anyEntry() {
        return entry(random.nextInt(entries / 2));
    }

    private String otherEntry() {
        return entry(entries / 2 + random.nextInt(entries / 2));
    }

    private static String entry(int position) {
        return "(select seq from audit.entry order by seq offset %d limit 1)".formatted(position);
    }

    private static String anyBatch(int position) {
        return "(select number from audit.batch order by number offset %d limit 1)".formatted(position);
    }
}
