/** Tests of how often something may be asked for. */
@NullMarked
package fr.guichet.platform.limits;

import org.jspecify.annotations.NullMarked;
