/** The edge: one filter chain, the session and its cookie, security headers, who is acting in a request. */
@NullMarked
package fr.guichet.identity.web;

import org.jspecify.annotations.NullMarked;
