@NullMarked
package fr.guichet.branches.domain;

import org.jspecify.annotations.NullMarked;
