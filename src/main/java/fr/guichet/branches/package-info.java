/** Where and when customers can be received: branches and their hours, advisers and their schedules, reasons for a visit. */
@ApplicationModule(
        displayName = "Branches",
        allowedDependencies = {"shared", "platform", "audit", "identity"})
@NullMarked
package fr.guichet.branches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
