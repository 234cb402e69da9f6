/** What can be done to branches, advisers and reasons, by whom. */
@NullMarked
package fr.guichet.branches.application;

import org.jspecify.annotations.NullMarked;
