@NullMarked
package fr.guichet.platform.web.app;

import org.jspecify.annotations.NullMarked;
