package fr.guichet.appointments.web;

import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.BookAppointment;
import fr.guichet.branches.ReasonId;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to book: a hold and nothing else, or branch, reason and start.
 *
 * @param adviserId absent for any
 * @param customerId for whom; staff must say it, customers book for themselves
 */
@Schema(name = "BookAppointment")
record BookingRequest(
        @Nullable UUID holdId,
        @Nullable UUID branchId,
        @Nullable UUID reasonId,
        @Nullable OffsetDateTime start,
        @Nullable UUID adviserId,
        @Nullable UUID customerId) {

    /** One of the two kinds of booking. */
    sealed interface Booking {}

    record OfHold(CustomerActor customer, AppointmentId hold) implements Booking {}

    record OfSlot(BookAppointment wish) implements Booking {}

    /** What is asked for; a request that is neither of the two ends with 422. */
    Booking read(Actor actor) {
        return holdId != null ? hold(actor, new AppointmentId(holdId)) : slot(actor);
    }

    private Booking hold(Actor actor, AppointmentId hold) {
        var errors = new ArrayList<InvalidField>();
        unexpected(errors, "branchId", branchId);
        unexpected(errors, "reasonId", reasonId);
        unexpected(errors, "start", start);
        unexpected(errors, "adviserId", adviserId);
        unexpected(errors, "customerId", customerId);
        refuse(errors);
        if (!(actor instanceof CustomerActor customer)) {
            throw Problems.forbidden().exception();
        }
        return new OfHold(customer, hold);
    }

    private Booking slot(Actor actor) {
        var errors = new ArrayList<InvalidField>();
        required(errors, "branchId", branchId);
        required(errors, "reasonId", reasonId);
        required(errors, "start", start);
        var customer = customer(actor, errors);
        refuse(errors);
        if (branchId == null || reasonId == null || start == null || customer == null) {
            throw new IllegalStateException("All of them were looked at");
        }
        return new OfSlot(new BookAppointment(
                customer,
                new BranchId(branchId),
                new ReasonId(reasonId),
                start.toInstant(),
                adviserId == null ? null : new AdviserId(adviserId)));
    }

    private @Nullable CustomerId customer(Actor actor, List<InvalidField> errors) {
        if (actor instanceof CustomerActor self) {
            if (customerId != null && !customerId.equals(self.customer().value())) {
                errors.add(new InvalidField("customerId", "invalid.unknown"));
            }
            return self.customer();
        }
        required(errors, "customerId", customerId);
        return customerId == null ? null : new CustomerId(customerId);
    }

    private static void required(List<InvalidField> errors, String field, @Nullable Object value) {
        if (value == null) {
            errors.add(new InvalidField(field, "invalid.required"));
        }
    }

    private static void unexpected(List<InvalidField> errors, String field, @Nullable Object value) {
        if (value != null) {
            errors.add(new InvalidField(field, "invalid.unknown"));
        }
    }

    private static void refuse(List<InvalidField> errors) {
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors).exception();
        }
    }
}
