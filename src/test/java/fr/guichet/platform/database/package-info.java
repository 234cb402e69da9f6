@NullMarked
package fr.guichet.platform.database;

import org.jspecify.annotations.NullMarked;
