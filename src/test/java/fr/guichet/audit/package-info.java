/** What is done is written down once, in the transaction that did it, and nothing that says something about a person. */
@NullMarked
package fr.guichet.audit;

import org.jspecify.annotations.NullMarked;
