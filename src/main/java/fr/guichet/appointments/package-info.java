/** Visits: free slots, holds, booking and everything that happens to a booked visit, the waiting list, calendars. */
@ApplicationModule(
        displayName = "Appointments",
        allowedDependencies = {
            "shared",
            "platform",
            "audit",
            "identity",
            "identity::rights",
            "branches",
            "branches::events",
            "customers"
        })
@NullMarked
package fr.guichet.appointments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
