/** What every request passes before a controller sees it: limits, and the refusal of what we would not understand or keep. */
@NullMarked
package fr.guichet.platform.web.edge;

import org.jspecify.annotations.NullMarked;
