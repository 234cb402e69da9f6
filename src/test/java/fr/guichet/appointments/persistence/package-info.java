/** Tests of what is read and written. */
@NullMarked
package fr.guichet.appointments.persistence;

import org.jspecify.annotations.NullMarked;
