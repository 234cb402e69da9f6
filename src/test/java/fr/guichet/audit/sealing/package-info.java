/** Seals under concurrent writers, on several instances, after crashes. */
@NullMarked
package fr.guichet.audit.sealing;

import org.jspecify.annotations.NullMarked;
