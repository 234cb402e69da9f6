package fr.guichet.platform.events;

import java.util.ArrayList;
import java.util.List;

/**
 * The names by which events are kept: {@code appointments.AppointmentBooked} for the record of that name in {@code
 * fr.guichet.appointments.events}. They are a published contract, as is the JSON of each event: rows with the old name may wait in
 * the database when a new version starts.
 */
final class EventTypes {

    private static final String SUFFIX = ".events";

    private EventTypes() {}

    /** Whether instances of the class are delivered durably: records in a module's {@code events} package. */
    static boolean isEvent(Class<?> type) {
        return type.isRecord() && type.getPackageName().endsWith(SUFFIX);
    }

    static String nameOf(Class<?> event) {
        var rooms = event.getPackageName();
        var module = rooms.substring(0, rooms.length() - SUFFIX.length());
        return module.substring(module.lastIndexOf('.') + 1) + "." + event.getSimpleName();
    }

    /** The event itself, or all that a sealed family of events permits. */
    static List<Class<?>> concrete(Class<?> parameter) {
        if (isEvent(parameter)) {
            return List.of(parameter);
        }
        if (!parameter.isSealed()) {
            throw new IllegalStateException(
                    parameter.getName()
                            + " is no event: listeners take a record of an events package, or a sealed interface of such records");
        }
        var all = new ArrayList<Class<?>>();
        for (var permitted : parameter.getPermittedSubclasses()) {
            all.addAll(concrete(permitted));
        }
        return all;
    }
}
