/** Where sessions lie, what is written of them and when: in the database, or in Redis by configuration. */
@NullMarked
package fr.guichet.identity.sessions.storage;

import org.jspecify.annotations.NullMarked;
