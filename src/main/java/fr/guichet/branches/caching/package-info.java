/** Schedules and reasons kept in memory, never trusted for longer than a moment without asking the database. */
@NullMarked
package fr.guichet.branches.caching;

import org.jspecify.annotations.NullMarked;
