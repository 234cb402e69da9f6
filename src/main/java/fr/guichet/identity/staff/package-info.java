/** Accounts of staff: who works with Guichet and as what. Rights of administrators are given and taken by two of them. */
@NullMarked
package fr.guichet.identity.staff;

import org.jspecify.annotations.NullMarked;
