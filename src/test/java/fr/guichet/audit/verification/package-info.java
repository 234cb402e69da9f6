/** Whatever is changed in the database is found. */
@NullMarked
package fr.guichet.audit.verification;

import org.jspecify.annotations.NullMarked;
