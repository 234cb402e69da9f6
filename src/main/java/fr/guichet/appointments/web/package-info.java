/** The HTTP operations of the module. */
@NullMarked
package fr.guichet.appointments.web;

import org.jspecify.annotations.NullMarked;
