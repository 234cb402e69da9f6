/** Tests of what sessions are made of. */
@NullMarked
package fr.guichet.identity.sessions;

import org.jspecify.annotations.NullMarked;
