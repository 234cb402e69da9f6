/** One class for each thing that can be asked of the module; the face passes everything on to them. */
@NullMarked
package fr.guichet.appointments.application;

import org.jspecify.annotations.NullMarked;
