/** Who may watch a branch or an adviser's day change. */
@NullMarked
package fr.guichet.branches.live;

import org.jspecify.annotations.NullMarked;
