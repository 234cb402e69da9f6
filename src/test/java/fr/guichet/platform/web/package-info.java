/** Tests of the web edge, against a controller of their own. */
@NullMarked
package fr.guichet.platform.web;

import org.jspecify.annotations.NullMarked;
