/** Tests of what operators can do about dead letters. */
@NullMarked
package fr.guichet.platform.events.web;

import org.jspecify.annotations.NullMarked;
