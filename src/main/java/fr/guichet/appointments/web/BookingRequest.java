package fr.guichet.appointments.web;

import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to book: a hold, named alone; or a slot without one.
 *
 * @param adviserId absent for any
 * @param customerId for whom; only staff say so
 */
@Schema(name = "BookAppointment")
record BookingRequest(
        @Nullable UUID holdId,
        @Nullable UUID branchId,
        @Nullable UUID reasonId,
        @Nullable OffsetDateTime start,
        @Nullable UUID adviserId,
        @Nullable UUID customerId) {

    /** The hold; ends the request if anything else is named beside it, which could only contradict it. */
    @Nullable UUID onlyHold() {
        var beside = new ArrayList<InvalidField>();
        refuse(beside, "branchId", branchId);
        refuse(beside, "reasonId", reasonId);
        refuse(beside, "start", start);
        refuse(beside, "adviserId", adviserId);
        refuse(beside, "customerId", customerId);
        if (!beside.isEmpty()) {
            throw Problems.invalid(beside).exception();
        }
        return holdId;
    }

    /** A part that a booking without a hold needs; ends the request when it is missing. */
    <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problems.invalid(new InvalidField(field, "invalid.required")).exception();
        }
        return value;
    }

    private static void refuse(ArrayList<InvalidField> beside, String field, @Nullable Object value) {
        if (value != null) {
            beside.add(new InvalidField(field, "appointments.invalid.beside-hold"));
        }
    }
}
