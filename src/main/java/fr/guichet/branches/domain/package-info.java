/** The rules of schedules, in plain Java: local hours to instants, weekly patterns, what is left when absences are taken away. */
@NullMarked
package fr.guichet.branches.domain;

import org.jspecify.annotations.NullMarked;
