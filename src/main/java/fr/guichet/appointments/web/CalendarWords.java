package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentStatus;
import fr.guichet.appointments.calendar.CalendarEntry;
import fr.guichet.branches.BranchSchedule;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a visit is called in the customer's calendar: where and when, never why. */
@Component
class CalendarWords {

    private final MessageSource messages;

    CalendarWords(MessageSource messages) {
        this.messages = messages;
    }

    String title(BranchSchedule branch, Locale language) {
        return message("calendar.title", language, branch.name());
    }

    /** Whoever comes, for readers who are not told who it is. */
    String somebody(Locale language) {
        return message("calendar.somebody", language);
    }

    String place(BranchSchedule branch) {
        var address = branch.address();
        return "%s, %s, %s %s".formatted(branch.name(), address.street(), address.postcode(), address.town());
    }

    CalendarEntry entry(Appointment visit, BranchSchedule branch, Locale language) {
        var phone = branch.phone();
        return new CalendarEntry(
                visit.id() + "@guichet",
                visit.sequence(),
                visit.changedAt(),
                visit.start(),
                visit.end(),
                title(branch, language),
                place(branch),
                phone == null ? message("calendar.text", language) : message("calendar.text.phone", language, phone),
                language,
                visit.status() == AppointmentStatus.CANCELLED);
    }

    private String message(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
