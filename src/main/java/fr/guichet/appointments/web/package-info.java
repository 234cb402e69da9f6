/** Visits over HTTP: what customers and staff ask for, and how it is answered. */
@NullMarked
package fr.guichet.appointments.web;

import org.jspecify.annotations.NullMarked;
