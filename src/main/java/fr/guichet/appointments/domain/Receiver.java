package fr.guichet.appointments.domain;

import fr.guichet.branches.AdviserSchedule;

/**
 * Someone who receives customers.
 *
 * @param free working hours within opening hours, less absences; what is booked is not taken off
 */
public record Receiver(AdviserSchedule adviser, MinuteSpans free) {}
