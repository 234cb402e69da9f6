package fr.guichet.appointments.application;

import fr.guichet.audit.AuditAction;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is written down of this module. Holds are not: they bind nobody and are gone after ten minutes; the booking that follows one is.
 */
public enum AppointmentAudit implements AuditAction {
    BOOKED,
    MOVED,
    CANCELLED,
    REASSIGNED,
    CHECKED_IN,
    STARTED,
    FINISHED,
    NO_SHOW,
    WAITING_LIST_JOINED,
    WAITING_LIST_LEFT,
    OFFER_ACCEPTED,
    OFFER_DECLINED,
    VISITS_IMPORTED,
    VISITS_SETTLED;

    @Override
    public String module() {
        return "appointments";
    }

    @Override
    public Set<String> details() {
        return switch (this) {
            case BOOKED, CANCELLED -> Set.of("start", "adviser");
            case MOVED, OFFER_ACCEPTED -> Set.of("from", "start", "adviser");
            case REASSIGNED -> Set.of("start", "from-adviser", "adviser");
            case CHECKED_IN, STARTED, FINISHED, NO_SHOW -> Set.of("start");
            case WAITING_LIST_JOINED, WAITING_LIST_LEFT, OFFER_DECLINED -> Set.of("appointment");
            case VISITS_IMPORTED, VISITS_SETTLED -> Set.of("visits");
        };
    }

    /** Tells auditors what there is to look for. */
    @Configuration(proxyBeanMethods = false)
    static class Catalogued {

        @Bean
        Catalogue appointmentAuditActions() {
            return new Catalogue(List.of(values()));
        }
    }
}
