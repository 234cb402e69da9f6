@NullMarked
package fr.guichet.demo;

import org.jspecify.annotations.NullMarked;
