/** Tests of the rules, without Spring. */
@NullMarked
package fr.guichet.appointments.domain;

import org.jspecify.annotations.NullMarked;
