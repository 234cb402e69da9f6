/** Tests of customers over HTTP. */
@NullMarked
package fr.guichet.customers.web;

import org.jspecify.annotations.NullMarked;
