package fr.guichet.appointments.web;

import fr.guichet.appointments.Town;
import fr.guichet.shared.CustomerId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What really stands in the database. */
@TestComponent
final class Records {

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything of a branch: the same before and after means that nothing was written. */
    String of(Town.Place place) {
        return jdbc.sql("""
                        select coalesce((select string_agg(a::text, e'\\n' order by a.id) from appointments.appointment a
                                where branch_id = :branch), '')
                            || coalesce((select string_agg(c::text, e'\\n' order by c.id) from appointments.appointment_change c
                                join appointments.appointment a on a.id = c.appointment_id where a.branch_id = :branch), '')
                            || coalesce((select string_agg(w::text, e'\\n' order by w.id) from appointments.waiting_entry w
                                where branch_id = :branch), '')
                        """)
                .param("branch", place.branch().value())
                .query(String.class)
                .single();
    }

    /** How many rows of the adviser's cover the instant and keep it from others. */
    long blocking(Town.Place place, int adviser, String start) {
        return jdbc.sql("""
                        select count(*) from appointments.appointment
                        where adviser_id = :adviser and blocked @> cast(:start as timestamptz)
                            and status in ('HELD', 'OFFERED', 'BOOKED', 'CHECKED_IN', 'IN_PROGRESS')
                        """)
                .param("adviser", place.adviser(adviser).value())
                .param("start", Town.at(start).toString())
                .query(Long.class)
                .single();
    }

    long visitsOf(CustomerId customer) {
        return jdbc.sql("select count(*) from appointments.appointment where customer_id = :customer")
                .param("customer", customer.value())
                .query(Long.class)
                .single();
    }
}
