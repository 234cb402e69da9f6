package fr.guichet.customers.events;

import java.util.UUID;

/** A reference record was made for a customer of the branch. */
public record CustomerRegistered(UUID customerId, UUID branchId) {}
