@NullMarked
package fr.guichet.appointments.web;

import org.jspecify.annotations.NullMarked;
