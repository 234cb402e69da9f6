/** How Guichet runs: database, web edge, events, jobs, live updates, problems, observability. Knows nothing of banking. */
@ApplicationModule(
        displayName = "Platform",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"shared"})
@NullMarked
package fr.guichet.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
