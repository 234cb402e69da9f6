package fr.guichet.appointments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.AppointmentStatus;
import fr.guichet.branches.Address;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as JSON, with what a screen needs to show it. Times carry the branch's offset.
 *
 * @param changeableUntil until when the customer may move or cancel
 * @param allowed what the caller may do now
 * @param waiting the entry on the waiting list; absent when there is none
 * @param version for If-Match
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Appointment")
record AppointmentView(
        UUID id,

        @Schema(allowableValues = {"BOOKED", "CHECKED_IN", "IN_PROGRESS", "FINISHED", "NO_SHOW", "CANCELLED"})
        AppointmentStatus status,

        Visitor customer,
        Place branch,
        Reason reason,
        Adviser adviser,
        OffsetDateTime start,
        OffsetDateTime end,
        OffsetDateTime changeableUntil,
        List<AppointmentAction> allowed,
        Links calendarLinks,
        @Nullable WaitingEntryView waiting,
        long version) {

    /**
     * Who comes.
     *
     * @param phone for staff only; absent for customers and when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AppointmentCustomer")
    record Visitor(UUID id, String displayName, @Nullable String phone) {}

    /** Where. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AppointmentBranch")
    record Place(
            UUID id,
            String name,
            Address address,
            String zone,
            @Nullable String phone) {}

    /**
     * Why, in the reader's language.
     *
     * @param requiredDocuments names of the papers to bring
     */
    @Schema(name = "AppointmentReason")
    record Reason(UUID id, String name, List<String> requiredDocuments) {}

    /** With whom. */
    @Schema(name = "AppointmentAdviser")
    record Adviser(UUID id, String displayName) {}

    /** Ways into the customer's own calendar; the file's address is relative to this server. */
    @Schema(name = "CalendarLinks")
    record Links(String ics, String google, String outlook) {}
}
