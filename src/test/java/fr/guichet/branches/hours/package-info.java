@NullMarked
package fr.guichet.branches.hours;

import org.jspecify.annotations.NullMarked;
