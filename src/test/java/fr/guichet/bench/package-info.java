/** What is measured, and how: {@code ./guichet bench}. Each figure prints lines of the form {@code name: value unit}. */
@NullMarked
package fr.guichet.bench;

import org.jspecify.annotations.NullMarked;
