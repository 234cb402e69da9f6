@NullMarked
package fr.guichet.branches.web;

import org.jspecify.annotations.NullMarked;
