@NullMarked
package fr.guichet.branches.caching;

import org.jspecify.annotations.NullMarked;
