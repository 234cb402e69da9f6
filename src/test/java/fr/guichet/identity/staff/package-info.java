@NullMarked
package fr.guichet.identity.staff;

import org.jspecify.annotations.NullMarked;
