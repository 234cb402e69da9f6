package fr.guichet.customers.events;

import java.util.UUID;

/**
 * A reference record says something else now.
 *
 * @param version the record's version after the change; versions of one record only grow
 */
public record CustomerChanged(UUID customerId, long version) {}
