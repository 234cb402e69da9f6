/** The web edge: problems in the reader's language, idempotent requests, entity tags, limits. */
@NullMarked
package fr.guichet.platform.web;

import org.jspecify.annotations.NullMarked;
