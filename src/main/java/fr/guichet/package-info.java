/** Guichet, the front door of a retail bank. Each package beside this file is a module; docs/architecture.md draws them. */
@NullMarked
package fr.guichet;

import org.jspecify.annotations.NullMarked;
