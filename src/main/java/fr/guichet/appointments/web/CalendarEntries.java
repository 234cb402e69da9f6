package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentStatus;
import fr.guichet.appointments.calendar.CalendarEntry;
import fr.guichet.branches.BranchSchedule;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What calendars are told of a visit, in the reader's language. */
@Component
class CalendarEntries {

    private final MessageSource messages;

    CalendarEntries(MessageSource messages) {
        this.messages = messages;
    }

    /** Title and place of a visit to a branch. */
    record Words(String title, String place) {}

    Words words(BranchSchedule schedule, Locale language) {
        var address = schedule.address();
        return new Words(
                text("appointments.calendar.title", language, schedule.name()),
                "%s, %s, %s %s".formatted(schedule.name(), address.street(), address.postcode(), address.town()));
    }

    CalendarEntry entry(Appointment visit, BranchSchedule schedule, Locale language) {
        var words = words(schedule, language);
        return new CalendarEntry(
                visit.id() + "@guichet",
                visit.sequence(),
                visit.changedAt(),
                visit.start(),
                visit.end(),
                words.title(),
                words.place(),
                text("appointments.calendar.text", language, Views.nameOf(schedule, visit.adviser())),
                language,
                visit.status() == AppointmentStatus.CANCELLED);
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
