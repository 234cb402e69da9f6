/** Finding a branch: by town, by postcode, by nearness. */
@NullMarked
package fr.guichet.branches.search;

import org.jspecify.annotations.NullMarked;
