/** Who may do what on whose data. */
@NamedInterface("rights")
@NullMarked
package fr.guichet.identity.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
