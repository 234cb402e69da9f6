/** Sessions that are open: which there are, from where, and ending them. */
@NullMarked
package fr.guichet.identity.sessions;

import org.jspecify.annotations.NullMarked;
