@NullMarked
package fr.guichet.branches;

import org.jspecify.annotations.NullMarked;
