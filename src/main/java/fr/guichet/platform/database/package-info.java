/** The database: the embedded server, transactions that retry, migrations. */
@NullMarked
package fr.guichet.platform.database;

import org.jspecify.annotations.NullMarked;
