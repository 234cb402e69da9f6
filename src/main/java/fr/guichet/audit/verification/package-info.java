/** Proves that the trail is what was written, or says where it is not. */
@NullMarked
package fr.guichet.audit.verification;

import org.jspecify.annotations.NullMarked;
