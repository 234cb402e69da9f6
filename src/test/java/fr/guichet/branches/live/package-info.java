@NullMarked
package fr.guichet.branches.live;

import org.jspecify.annotations.NullMarked;
