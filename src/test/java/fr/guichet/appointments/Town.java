package fr.guichet.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.NewAdviser;
import fr.guichet.branches.NewBranch;
import fr.guichet.branches.ReasonDefinition;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.Wording;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Branches, advisers, reasons and customers for tests, and short ways to book. Weekdays from 9:00 to 12:30 and 14:00 to 17:30. */
@TestComponent
public class Town {

    private final BranchAdministration administration;
    private final Schedules schedules;
    private final Appointments appointments;
    private final JdbcClient jdbc;

    Town(BranchAdministration administration, Schedules schedules, Appointments appointments, JdbcClient jdbc) {
        this.administration = administration;
        this.schedules = schedules;
        this.appointments = appointments;
        this.jdbc = jdbc;
    }

    /** One branch with its people. */
    public record Place(BranchId branch, List<AdviserId> advisers) {

        public AdviserId adviser(int index) {
            return advisers.get(index);
        }

        public StaffActor manager() {
            return SampleNetwork.manager(branch);
        }
    }

    public Place place(int advisers) {
        var people = IntStream.range(0, advisers)
                .mapToObj(number -> SampleNetwork.adviser("Adviser %02d".formatted(number)))
                .toArray(NewAdviser[]::new);
        return place(SampleNetwork.branch(people));
    }

    public Place place(NewBranch wanted) {
        var branch = administration.createBranch(SampleNetwork.SYSTEM, wanted).orThrow();
        var advisers = schedules.confirmed(branch).orElseThrow().advisers().stream()
                .map(adviser -> adviser.id())
                .toList();
        return new Place(branch, advisers);
    }

    /** Half an hour, no buffers, no notice, 60 days ahead. */
    public ReasonId reason() {
        return reason(30, 0, 0, Duration.ZERO, 60);
    }

    public ReasonId reason(int minutes, int before, int after, Duration notice, int horizonDays, String... skills) {
        return administration
                .defineReason(
                        SampleNetwork.SYSTEM,
                        new ReasonDefinition(
                                "R"
                                        + UUID.randomUUID()
                                                .toString()
                                                .replace("-", "")
                                                .substring(0, 20)
                                                .toUpperCase(java.util.Locale.ROOT),
                                new Wording("Conseil", "Advice"),
                                new Wording("", ""),
                                Duration.ofMinutes(minutes),
                                Duration.ofMinutes(before),
                                Duration.ofMinutes(after),
                                notice,
                                horizonDays,
                                Set.of(skills),
                                List.of(new Wording("Pièce d’identité", "Proof of identity")),
                                true))
                .orThrow();
    }

    public static CustomerActor customer() {
        return new CustomerActor(AccountId.next(), CustomerId.next());
    }

    /** An instant of Paris: {@code at("2026-11-23T09:00")}. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SampleNetwork.PARIS).toInstant();
    }

    public Appointment book(Place place, ReasonId reason, String start) {
        return book(customer(), place, reason, start);
    }

    public Appointment book(CustomerActor customer, Place place, ReasonId reason, String start) {
        return done(appointments.book(
                customer, new BookAppointment(customer.customer(), place.branch(), reason, at(start), null)));
    }

    public Appointment book(CustomerActor customer, Place place, int adviser, ReasonId reason, String start) {
        return done(appointments.book(
                customer,
                new BookAppointment(customer.customer(), place.branch(), reason, at(start), place.adviser(adviser))));
    }

    public static CustomerActor owner(Appointment appointment) {
        return new CustomerActor(AccountId.next(), appointment.customer());
    }

    public static <T> T done(Outcome<T, AppointmentRefusal> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T, AppointmentRefusal>) outcome).value();
    }

    public static <T> AppointmentRefusal refused(Outcome<T, AppointmentRefusal> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<T, AppointmentRefusal>) outcome).why();
    }

    /** Pairs of blocked ranges of one adviser that overlap in the whole database, asked of the table and not of the constraint. */
    public long overlaps() {
        return jdbc.sql("""
                        select count(*) from appointments.appointment a join appointments.appointment b
                            on a.adviser_id = b.adviser_id and a.id < b.id and a.blocked && b.blocked
                        where a.status in ('HELD', 'OFFERED', 'BOOKED', 'CHECKED_IN', 'IN_PROGRESS')
                            and b.status in ('HELD', 'OFFERED', 'BOOKED', 'CHECKED_IN', 'IN_PROGRESS')
                        """).query(Long.class).single();
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public BranchAdministration administration() {
        return administration;
    }
}
