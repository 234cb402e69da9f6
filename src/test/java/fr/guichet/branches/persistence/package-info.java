@NullMarked
package fr.guichet.branches.persistence;

import org.jspecify.annotations.NullMarked;
