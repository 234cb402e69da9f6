/** The stream of changes that browsers listen to. */
@NullMarked
package fr.guichet.platform.live.web;

import org.jspecify.annotations.NullMarked;
