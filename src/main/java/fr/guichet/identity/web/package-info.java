/** The edge: one filter chain, how sessions begin and end, security headers and limits, who is acting in a request. */
@NullMarked
package fr.guichet.identity.web;

import org.jspecify.annotations.NullMarked;
