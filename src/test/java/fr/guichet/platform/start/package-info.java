@NullMarked
package fr.guichet.platform.start;

import org.jspecify.annotations.NullMarked;
