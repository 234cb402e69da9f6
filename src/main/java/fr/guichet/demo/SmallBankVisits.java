package fr.guichet.demo;

import fr.guichet.appointments.AppointmentStatus;
import fr.guichet.appointments.ImportedVisit;
import fr.guichet.appointments.VisitImport;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.Schedules;
import fr.guichet.demo.VisitPlan.PlannedVisit;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Books the visits of the small bank: full days behind, days that fill up as they come nearer ahead. */
@Component
class SmallBankVisits {

    private static final double FILL_OF_THE_PAST = 0.75;
    private static final double FILL_OF_TODAY = 0.7;
    private static final double FILL_LOST_EACH_DAY = 0.02;
    private static final double LEAST_FILL = 0.15;
    private static final Duration NOTED_WITHIN = Duration.ofHours(12);

    private final Schedules schedules;
    private final VisitImport visits;
    private final Clock clock;

    SmallBankVisits(Schedules schedules, VisitImport visits, Clock clock) {
        this.schedules = schedules;
        this.visits = visits;
        this.clock = clock;
    }

    /** Plans these days, both included. */
    void plan(Map<BranchId, List<CustomerId>> customers, LocalDate from, LocalDate through) {
        var now = clock.instant();
        var planned = new ArrayList<ImportedVisit>();
        customers.forEach((id, people) -> {
            var branch = schedules.confirmed(id).orElseThrow();
            var plan = new VisitPlan(branch, schedules.reasons());
            from.datesUntil(through.plusDays(1)).forEach(day -> {
                for (var adviser : branch.advisers()) {
                    plan.on(day, adviser, fill(day, branch.zone(), now))
                            .forEach(visit -> planned.add(imported(visit, branch, people, now)));
                }
            });
        });
        visits.add(SmallBank.ACTOR, planned);
    }

    /** Notes as held what nobody has noted for half a day. */
    void settle() {
        visits.settle(SmallBank.ACTOR, clock.instant().minus(NOTED_WITHIN));
    }

    /** A past of their own, and a visit to come each. */
    void ofMarieAndPierre(BranchSchedule home, CustomerId marie, CustomerId pierre, LocalDate today) {
        var sophie = SmallBankPeople.sophie(home).id();
        var own = new ArrayList<ImportedVisit>();
        own.add(own(home, marie, sophie, "OPEN_ACCOUNT", today.minusDays(40), AppointmentStatus.FINISHED));
        own.add(own(home, marie, sophie, "HOME_INSURANCE", today.minusDays(12), AppointmentStatus.FINISHED));
        own.add(own(home, marie, sophie, "CONSUMER_CREDIT", today.plusDays(6), AppointmentStatus.BOOKED));
        own.add(own(home, pierre, sophie, "EVERYDAY", today.minusDays(25), AppointmentStatus.FINISHED));
        own.add(own(home, pierre, sophie, "CARD", today.plusDays(9), AppointmentStatus.BOOKED));
        visits.add(SmallBank.ACTOR, own);
    }

    /** In the second half-hour that the adviser is free on or after the day. */
    private ImportedVisit own(
            BranchSchedule home,
            CustomerId customer,
            AdviserId adviser,
            String reason,
            LocalDate earliest,
            AppointmentStatus status) {
        var free = home.freeTime(adviser, earliest, earliest.plusDays(14)).getFirst();
        var start = free.start().plus(Duration.ofMinutes(30));
        return new ImportedVisit(
                customer,
                home.id(),
                adviser,
                schedules.reasons().stream()
                        .filter(found -> found.code().equals(reason))
                        .findFirst()
                        .orElseThrow(),
                start,
                bookedAt(start, 8, home.zone(), clock.instant()),
                status);
    }

    /** So many days before; but yesterday at the latest, whatever the time is now, so that a day always gives the same bank. */
    private static Instant bookedAt(Instant start, int daysBefore, ZoneId zone, Instant now) {
        var booked = start.minus(Duration.ofDays(daysBefore));
        var midnight = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
        return booked.isBefore(midnight)
                ? booked
                : booked.minus(
                        Duration.ofDays(Duration.between(midnight, booked).toDays() + 1));
    }

    private static double fill(LocalDate day, ZoneId zone, Instant now) {
        var daysAhead = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), day);
        return daysAhead < 0 ? FILL_OF_THE_PAST : Math.max(LEAST_FILL, FILL_OF_TODAY - FILL_LOST_EACH_DAY * daysAhead);
    }

    private static ImportedVisit imported(
            PlannedVisit visit, BranchSchedule branch, List<CustomerId> people, Instant now) {
        var customer = people.get((int) (visit.customer() * people.size()));
        var daysBefore = 1 + (int) (visit.customer() * 997) % 20;
        return new ImportedVisit(
                customer,
                branch.id(),
                visit.adviser(),
                visit.reason(),
                visit.start(),
                bookedAt(visit.start(), daysBefore, branch.zone(), now),
                status(visit, now));
    }

    private static AppointmentStatus status(PlannedVisit visit, Instant now) {
        var over = visit.start().plus(visit.reason().duration()).isBefore(now);
        return switch (visit.fate()) {
            case CANCELLED -> AppointmentStatus.CANCELLED;
            case MISSED -> over ? AppointmentStatus.NO_SHOW : AppointmentStatus.BOOKED;
            case HONOURED -> over ? AppointmentStatus.FINISHED : AppointmentStatus.BOOKED;
        };
    }
}
