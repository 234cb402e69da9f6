/**
 * The PostgreSQL that Guichet brings along: unpacked, set up, started, shared by the instances of one home, watched and stopped. Used
 * when no {@code spring.datasource.url} is given.
 */
@NullMarked
package fr.guichet.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
