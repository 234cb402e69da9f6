/** What the platform does that is written down. It stands below this module and cannot ask for it. */
@NullMarked
package fr.guichet.audit.platform;

import org.jspecify.annotations.NullMarked;
