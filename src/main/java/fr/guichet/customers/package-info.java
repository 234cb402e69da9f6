/** The people the bank serves: one reference record for each, what it says, and how staff find it. */
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {"shared", "platform", "audit", "identity", "branches"})
@NullMarked
package fr.guichet.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
