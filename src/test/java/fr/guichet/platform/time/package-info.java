@NullMarked
package fr.guichet.platform.time;

import org.jspecify.annotations.NullMarked;
