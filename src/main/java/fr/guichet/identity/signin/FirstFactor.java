package fr.guichet.identity.signin;

import org.springframework.security.core.authority.FactorGrantedAuthority;

/** What a sign-in in two steps begins with. */
public enum FirstFactor {
    PASSWORD(FactorGrantedAuthority.PASSWORD_AUTHORITY),
    /** The bank's sign-on vouches for the person, though not by strong authentication. */
    AUTHORIZATION_CODE(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY);

    private final String authority;

    FirstFactor(String authority) {
        this.authority = authority;
    }

    /** The name under which Spring Security knows that it was proven. */
    String authority() {
        return authority;
    }
}
