package fr.guichet.shared;

import java.util.Optional;

/** What a person is to the bank. What each role may do, and how far that reaches, stands in {@code fr.guichet.identity.rights}. */
public enum Role {
    /** Sees and changes only what is his or her own. */
    CUSTOMER,
    /** Receives customers in one branch. */
    ADVISER,
    /** Runs one branch. */
    MANAGER,
    /** Customer Service: answers customers of all branches. */
    OPERATOR,
    /** Writes and checks contracts. */
    LEGAL,
    /** Offers products to customers. */
    SALES,
    /** Bills what was sold. */
    BILLING,
    /** Answers complaints (ACPR recommendation 2024-R-02). */
    COMPLAINTS_HANDLER,
    /** Checks how calls and visits are handled. */
    QUALITY,
    /** Prepares campaigns for customers who agreed to them. */
    MARKETING,
    /** Watches over personal data and answers those whose it is (GDPR art. 39). */
    DATA_PROTECTION_OFFICER,
    /** Reads what was done, and changes nothing. */
    AUDITOR,
    /** Runs Guichet for the whole bank: the network of branches, visit reasons, dead letters, accounts of staff. */
    ADMINISTRATOR;

    /** The department one works in by this role; empty for roles of a branch and for those that stand above all departments. */
    public Optional<Department> department() {
        return switch (this) {
            case OPERATOR -> Optional.of(Department.CUSTOMER_SERVICE);
            case LEGAL -> Optional.of(Department.LEGAL);
            case SALES -> Optional.of(Department.SALES);
            case BILLING -> Optional.of(Department.BILLING);
            case COMPLAINTS_HANDLER -> Optional.of(Department.COMPLAINTS);
            case CUSTOMER, ADVISER, MANAGER, QUALITY, MARKETING, DATA_PROTECTION_OFFICER, AUDITOR, ADMINISTRATOR ->
                Optional.empty();
        };
    }
}
