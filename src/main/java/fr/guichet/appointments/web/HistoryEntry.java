package fr.guichet.appointments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.appointments.AppointmentChange.By;
import fr.guichet.appointments.AppointmentChange.What;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a visit, as JSON.
 *
 * @param byName who did it; absent for the system, and for people who are no longer known
 * @param from what it was before: the start of a visit that moved, the adviser's name of one that was reassigned
 * @param to what it was after, in the same way
 * @param reason in the words of whoever did it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryEntry(
        OffsetDateTime at,
        By by,
        @Nullable String byName,
        What what,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason) {}
