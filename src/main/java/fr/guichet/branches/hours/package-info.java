/** When a branch is open by its written hours, and which days are public holidays. Plain values, no services. */
@NullMarked
package fr.guichet.branches.hours;

import org.jspecify.annotations.NullMarked;
