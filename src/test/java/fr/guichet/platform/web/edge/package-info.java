/** What the edge does to requests before anything of ours sees them. */
@NullMarked
package fr.guichet.platform.web.edge;

import org.jspecify.annotations.NullMarked;
