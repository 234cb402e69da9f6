/** The description of the API (OpenAPI 3.1) as the program carries it; it is made from the controllers by the tests, so it cannot lie. */
@NullMarked
package fr.guichet.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
