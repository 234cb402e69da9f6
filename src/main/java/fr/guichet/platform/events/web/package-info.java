/** Where operators see what could not be delivered and send it on its way again. */
@NullMarked
package fr.guichet.platform.events.web;

import org.jspecify.annotations.NullMarked;
