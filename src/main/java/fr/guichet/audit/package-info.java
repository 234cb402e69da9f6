/** Who did what, on whom, when, from where and with what outcome; and the proof that nobody has changed it since. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "platform"})
@NullMarked
package fr.guichet.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
