/** SQL of the appointments schema. */
@NullMarked
package fr.guichet.appointments.persistence;

import org.jspecify.annotations.NullMarked;
