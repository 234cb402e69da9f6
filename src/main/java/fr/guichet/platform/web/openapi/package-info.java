/** The description of the API (OpenAPI 3.1), made from the controllers so that it cannot lie. */
@NullMarked
package fr.guichet.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
