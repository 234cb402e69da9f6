/** A small bank to try Guichet with: a dozen branches, their advisers and some hundreds of customers, always relative to today. */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {"shared", "platform", "identity", "branches", "customers", "appointments"})
@NullMarked
package fr.guichet.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
