/** Who may come in: accounts, what they are entitled to, sign-in, sessions, and who is acting in each request. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"shared", "platform", "audit"})
@NullMarked
package fr.guichet.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
