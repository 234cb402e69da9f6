@NullMarked
package fr.guichet.branches.network;

import org.jspecify.annotations.NullMarked;
