/** Work that runs by itself: db-scheduler, set up so that every instance may run every job and no job runs twice at once. */
@NullMarked
package fr.guichet.platform.jobs;

import org.jspecify.annotations.NullMarked;
