/** The network of branches over HTTP: what customers read of it and how its staff run it. */
@NullMarked
package fr.guichet.branches.web;

import org.jspecify.annotations.NullMarked;
