package fr.guichet.shared;

import org.jspecify.annotations.Nullable;

/**
 * Whose something is: what a right is held against. The module that keeps a thing knows.
 *
 * @param customer whom it is about
 * @param adviser whose calendar it is part of
 * @param branch where it belongs
 * @param department which department deals with it
 */
public record Subject(
        @Nullable CustomerId customer,
        @Nullable AdviserId adviser,
        @Nullable BranchId branch,
        @Nullable Department department) {

    /** What the whole bank shares: only those whose right reaches all of it. */
    public static final Subject BANK = new Subject(null, null, null, null);

    /** A branch and how it runs. */
    public static Subject of(BranchId branch) {
        return new Subject(null, null, branch, null);
    }

    /** An adviser's working life. */
    public static Subject of(AdviserId adviser, BranchId branch) {
        return new Subject(null, adviser, branch, null);
    }

    /** A customer's record in the home branch, or a visit where it takes place. */
    public static Subject of(CustomerId customer, BranchId branch) {
        return new Subject(customer, null, branch, null);
    }

    /** What a department deals with. */
    public static Subject of(Department department) {
        return new Subject(null, null, null, department);
    }
}
