package fr.guichet.appointments.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.web.util.UriUtils;

/** Links that open a filled-in entry in a calendar on the web. They carry title, time and place; nothing of the customer. */
public final class CalendarLinks {

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CalendarLinks() {}

    public static String google(String title, String place, Instant start, Instant end) {
        return "https://calendar.google.com/calendar/render?action=TEMPLATE&text=" + encoded(title) + "&dates="
                + BASIC.format(start) + "/" + BASIC.format(end) + "&location=" + encoded(place);
    }

    public static String outlook(String title, String place, Instant start, Instant end) {
        return "https://outlook.live.com/calendar/0/deeplink/compose?path="
                + encoded("/calendar/action/compose") + "&rru=addevent&subject=" + encoded(title) + "&startdt="
                + encoded(start.toString()) + "&enddt=" + encoded(end.toString()) + "&location=" + encoded(place);
    }

    /** Spaces become %20: not every calendar reads + as one. */
    private static String encoded(String text) {
        return UriUtils.encode(text, UTF_8);
    }
}
