@NullMarked
package fr.guichet.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
