/** What happened to branches, in the past tense: identifiers and plain values only. */
@NamedInterface("events")
@NullMarked
package fr.guichet.branches.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
