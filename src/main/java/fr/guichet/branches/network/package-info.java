/** A whole network in one file: branches in and out as CSV and as OpenStreetMap GeoJSON. */
@NullMarked
package fr.guichet.branches.network;

import org.jspecify.annotations.NullMarked;
