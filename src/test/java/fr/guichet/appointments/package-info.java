/** Tests of the appointments module. */
@NullMarked
package fr.guichet.appointments;

import org.jspecify.annotations.NullMarked;
