/** Everyone tries everything on everybody: the table of rights held against what Guichet does. */
@NullMarked
package fr.guichet.rights;

import org.jspecify.annotations.NullMarked;
