/** The SQL of the branches module. */
@NullMarked
package fr.guichet.branches.persistence;

import org.jspecify.annotations.NullMarked;
