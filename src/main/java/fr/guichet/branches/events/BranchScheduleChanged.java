package fr.guichet.branches.events;

import java.util.UUID;

/**
 * Something that shapes the free time of a branch changed: hours, closures, advisers, their patterns, overrides or absences.
 *
 * @param version the schedule's version after the change; versions of one branch only grow
 */
public record BranchScheduleChanged(UUID branchId, long version) {}
