@NullMarked
package fr.guichet.identity.staff.web;

import org.jspecify.annotations.NullMarked;
