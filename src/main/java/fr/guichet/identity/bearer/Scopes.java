package fr.guichet.identity.bearer;

import java.util.Map;
import java.util.Optional;

/**
 * Which scope a token needs for an operation, named as in the OpenAPI document. Operations that are not here take no token at all:
 * they are for people in browsers. What a customer may do at all is decided as ever; a scope only takes away from it.
 */
public final class Scopes {

    private static final String BRANCHES_READ = "branches:read";
    private static final String SLOTS_READ = "slots:read";
    private static final String APPOINTMENTS_READ = "appointments:read";
    private static final String APPOINTMENTS_WRITE = "appointments:write";
    private static final String CUSTOMERS_READ = "customers:read";

    private static final Map<String, String> OF_OPERATIONS = Map.ofEntries(
            Map.entry("searchBranches", BRANCHES_READ),
            Map.entry("getBranch", BRANCHES_READ),
            Map.entry("listReasons", BRANCHES_READ),
            Map.entry("freeSlots", SLOTS_READ),

            // A planning system reads the calendars of all branches, an app the visits of its customer.
            Map.entry("branchCalendar", APPOINTMENTS_READ),
            Map.entry("adviserCalendar", APPOINTMENTS_READ),
            Map.entry("needingAction", APPOINTMENTS_READ),
            Map.entry("listAppointments", APPOINTMENTS_READ),
            Map.entry("getAppointment", APPOINTMENTS_READ),
            Map.entry("appointmentHistory", APPOINTMENTS_READ),
            Map.entry("appointmentCalendarFile", APPOINTMENTS_READ),
            Map.entry("holdSlot", APPOINTMENTS_WRITE),
            Map.entry("releaseHold", APPOINTMENTS_WRITE),
            Map.entry("bookAppointment", APPOINTMENTS_WRITE),
            Map.entry("moveAppointment", APPOINTMENTS_WRITE),
            Map.entry("cancelAppointment", APPOINTMENTS_WRITE),
            Map.entry("getMyCustomer", CUSTOMERS_READ));

    private Scopes() {}

    /** The scope for an operation; empty when it takes no token. */
    public static Optional<String> of(String operation) {
        return Optional.ofNullable(OF_OPERATIONS.get(operation));
    }

    /** The operations that take a token, with the scope of each. */
    public static Map<String, String> all() {
        return OF_OPERATIONS;
    }
}
