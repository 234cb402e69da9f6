/** What happened to customers' records, in the past tense: identifiers and plain values only. */
@NamedInterface("events")
@NullMarked
package fr.guichet.customers.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
