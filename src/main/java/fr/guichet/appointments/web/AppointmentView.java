package fr.guichet.appointments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.AppointmentStatus;
import fr.guichet.branches.AdviserSchedule;
import fr.guichet.branches.BranchSchedule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as JSON. Times carry the branch's offset.
 *
 * @param changeableUntil until when the customer may move or cancel it
 * @param allowed what the caller may do now
 * @param waiting the customer's entry on the waiting list; absent when there is none
 * @param version for If-Match
 */
@Schema(name = "Appointment")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppointmentView(
        UUID id,
        Status status,
        Customer customer,
        Branch branch,
        Reason reason,
        Adviser adviser,
        OffsetDateTime start,
        OffsetDateTime end,
        OffsetDateTime changeableUntil,
        Set<AppointmentAction> allowed,
        Links calendarLinks,
        @Nullable WaitingEntryView waiting,
        long version) {

    /** Where a visit stands; holds and offers are not visits. */
    enum Status {
        BOOKED,
        CHECKED_IN,
        IN_PROGRESS,
        FINISHED,
        NO_SHOW,
        CANCELLED;

        static Status of(AppointmentStatus status) {
            return switch (status) {
                case BOOKED -> BOOKED;
                case CHECKED_IN -> CHECKED_IN;
                case IN_PROGRESS -> IN_PROGRESS;
                case FINISHED -> FINISHED;
                case NO_SHOW -> NO_SHOW;
                case CANCELLED -> CANCELLED;
                case HELD, OFFERED, LAPSED -> throw new IllegalArgumentException(status + " is no visit");
            };
        }
    }

    /**
     * Who comes.
     *
     * @param phone for staff only; absent when there is none
     */
    @Schema(name = "AppointmentCustomer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Customer(UUID id, String displayName, @Nullable String phone) {}

    /** Where to. */
    @Schema(name = "AppointmentBranch")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Branch(
            UUID id,
            String name,
            fr.guichet.branches.Address address,
            String zone,
            @Nullable String phone) {

        static Branch of(BranchSchedule schedule) {
            return new Branch(
                    schedule.id().value(),
                    schedule.name(),
                    schedule.address(),
                    schedule.zone().getId(),
                    schedule.phone());
        }
    }

    /**
     * Why.
     *
     * @param name in the reader's language
     * @param requiredDocuments what to bring, in the reader's language
     */
    @Schema(name = "AppointmentReason")
    record Reason(UUID id, String name, List<String> requiredDocuments) {}

    /** Who receives. */
    @Schema(name = "AppointmentAdviser")
    record Adviser(UUID id, String displayName) {

        static Adviser of(AdviserSchedule adviser) {
            return new Adviser(adviser.id().value(), adviser.displayName());
        }
    }

    /**
     * Ways into the customer's own calendar.
     *
     * @param ics address of the calendar file, on this server
     */
    @Schema(name = "CalendarLinks")
    record Links(String ics, String google, String outlook) {}
}
