/** The trail as auditors, customers and staff see it. */
@NullMarked
package fr.guichet.audit.web;

import org.jspecify.annotations.NullMarked;
