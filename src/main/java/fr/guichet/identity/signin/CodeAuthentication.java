package fr.guichet.identity.signin;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The claim of a second step: which sign-in it belongs to, and the code. */
public final class CodeAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient OneTimeToken token;
    private final transient CharSequence code;

    public CodeAuthentication(OneTimeToken token, CharSequence code) {
        super(List.of());
        this.token = token;
        this.code = code;
    }

    OneTimeToken token() {
        return token;
    }

    CharSequence code() {
        return code;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return "";
    }

    @Override
    public String toString() {
        return "CodeAuthentication[…]";
    }
}
