package fr.guichet.appointments.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Language;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A visit as an iCalendar file (RFC 5545). Times are in UTC: they are instants, and every calendar shows them in its own zone, so
 * there is no zone definition to grow old. There is no METHOD: publishing would ask for an organizer, which is nobody's mailbox.
 */
public final class CalendarFile {

    public static final String MEDIA_TYPE = "text/calendar;charset=utf-8";

    private static final String PRODUCT = "-//Guichet//Guichet//FR";
    private static final int UNFOLDED = 1 << 20;

    private CalendarFile() {}

    public static byte[] of(CalendarEntry entry) {
        var calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(event(entry));
        var text = new StringWriter();
        try {
            new CalendarOutputter(true, UNFOLDED).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Written to memory", e);
        }
        return LineFolding.fold(text.toString()).getBytes(UTF_8);
    }

    private static VEvent event(CalendarEntry entry) {
        var language = new ParameterList().add(new Language(entry.language().getLanguage()));
        var event = new VEvent(new PropertyList());
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(seconds(entry.stamp())));
        event.add(new LastModified(seconds(entry.stamp())));
        event.add(new Sequence(entry.sequence()));
        event.add(new DtStart<>(entry.start()));
        event.add(new DtEnd<>(entry.end()));
        event.add(new Summary(language, entry.title()));
        event.add(new Location(language, entry.place()));
        event.add(new Description(language, entry.text()));
        event.add(status(entry));
        event.add(new Clazz(Clazz.VALUE_PRIVATE));
        event.add(ImmutableTransp.OPAQUE);
        return event;
    }

    private static Status status(CalendarEntry entry) {
        return entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
