/** Where auditors look for what was done, and everyone sees what was done on the own account. */
@NullMarked
package fr.guichet.audit.web;

import org.jspecify.annotations.NullMarked;
