package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.AppointmentRefusal.Forbidden;
import fr.guichet.appointments.AppointmentRefusal.NotFound;
import fr.guichet.appointments.AppointmentRefusal.Stale;
import fr.guichet.appointments.application.SlotDesk.Ground;
import fr.guichet.appointments.domain.ChangeRules;
import fr.guichet.appointments.persistence.AppointmentStore;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Outcome;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * What comes before every change of a booked visit: it is locked, it is the caller's to see and to change, the caller saw it as it is,
 * and the action is possible now.
 */
@Component
class ChangeVisits {

    private final Transactions transactions;
    private final SlotDesk desk;
    private final AppointmentStore store;

    ChangeVisits(Transactions transactions, SlotDesk desk, AppointmentStore store) {
        this.transactions = transactions;
        this.desk = desk;
        this.store = store;
    }

    Outcome<Appointment, AppointmentRefusal> change(
            Actor actor,
            AppointmentId id,
            long version,
            AppointmentAction action,
            BiFunction<Appointment, Ground, Outcome<Appointment, AppointmentRefusal>> change) {
        return transactions.call(() -> {
            var locked = store.lock(id).filter(row -> Access.sees(actor, row));
            if (locked.isEmpty()) {
                return Outcome.refused(new NotFound());
            }
            var before = locked.get();
            if (!Access.mayDo(actor, before)) {
                return Outcome.refused(new Forbidden());
            }
            if (before.version() != version) {
                return Outcome.refused(new Stale(before));
            }
            var ground = desk.ground(before.branch(), before.reason()).orElseThrow();
            var refusal = ChangeRules.refuse(
                    before, action, Access.isStaff(actor), ground.schedule().zone(), ground.now());
            return refusal.<Outcome<Appointment, AppointmentRefusal>>map(Outcome::refused)
                    .orElseGet(() -> change.apply(before, ground));
        });
    }
}
