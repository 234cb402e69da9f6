/** Tests of customers: names, numbers, finding, registering. */
@NullMarked
package fr.guichet.customers;

import org.jspecify.annotations.NullMarked;
