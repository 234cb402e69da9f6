@NullMarked
package fr.guichet.branches.application;

import org.jspecify.annotations.NullMarked;
