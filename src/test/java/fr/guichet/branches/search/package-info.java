@NullMarked
package fr.guichet.branches.search;

import org.jspecify.annotations.NullMarked;
