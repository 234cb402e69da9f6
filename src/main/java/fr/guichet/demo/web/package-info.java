/** The page of what the small bank would have sent. */
@NullMarked
package fr.guichet.demo.web;

import org.jspecify.annotations.NullMarked;
