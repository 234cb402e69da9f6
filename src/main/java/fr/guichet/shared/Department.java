package fr.guichet.shared;

/** A part of the bank that serves all branches rather than one. */
public enum Department {
    CUSTOMER_SERVICE,
    LEGAL,
    SALES,
    BILLING,
    COMPLAINTS
}
