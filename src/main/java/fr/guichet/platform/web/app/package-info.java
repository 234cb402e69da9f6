/** Serves the web app: its page at every address of its own, its files with what browsers may keep of them. */
@NullMarked
package fr.guichet.platform.web.app;

import org.jspecify.annotations.NullMarked;
