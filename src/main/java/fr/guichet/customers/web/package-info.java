/** Customers over HTTP. Names, addresses and numbers are in bodies only, never in addresses that end in logs. */
@NullMarked
package fr.guichet.customers.web;

import org.jspecify.annotations.NullMarked;
