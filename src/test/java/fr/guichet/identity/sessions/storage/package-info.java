/** Tests of where sessions lie. */
@NullMarked
package fr.guichet.identity.sessions.storage;

import org.jspecify.annotations.NullMarked;
