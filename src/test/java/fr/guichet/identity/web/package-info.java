/** Tests of the edge: who gets past it, what it says, what browsers are told. */
@NullMarked
package fr.guichet.identity.web;

import org.jspecify.annotations.NullMarked;
