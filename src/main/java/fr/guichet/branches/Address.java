package fr.guichet.branches;

/**
 * A postal address in France or its overseas territories.
 *
 * @param street number and street, such as {@code 12 rue de la République}
 * @param postcode five digits in France; at most 10 characters
 * @param town as the post writes it
 */
public record Address(String street, String postcode, String town) {

    public Address {
        if (street.isBlank() || street.length() > 200) {
            throw new IllegalArgumentException("street");
        }
        if (postcode.isBlank() || postcode.length() > 10) {
            throw new IllegalArgumentException("postcode");
        }
        if (town.isBlank() || town.length() > 100) {
            throw new IllegalArgumentException("town");
        }
    }
}
