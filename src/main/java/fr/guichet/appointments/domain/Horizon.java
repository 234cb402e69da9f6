package fr.guichet.appointments.domain;

import fr.guichet.branches.VisitReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How soon and how far ahead a reason can be booked. Days are those of the branch's zone, wherever the customer is. */
public final class Horizon {

    private Horizon() {}

    /** The first moment that leaves the notice the reason asks for. */
    public static Instant earliest(VisitReason reason, Instant now) {
        return now.plus(reason.minNotice());
    }

    /** The last local day that can be booked: so many days after today in the zone. */
    public static LocalDate lastDay(VisitReason reason, ZoneId zone, Instant now) {
        return now.atZone(zone).toLocalDate().plusDays(reason.horizonDays());
    }
}
