package fr.guichet.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.ObjectUtils;

/**
 * Signs somebody in for a test of the web layer, with a real account (opened without a password, so it costs next to nothing) and a
 * CSRF token: {@code mvc.perform(post("/api/…").with(signIn.customer(marie)))}. {@code new SignIn(context)} takes the test's
 * application context. For a test over real HTTP see {@link Visitor}.
 */
public final class SignIn {

    private final Accounts accounts;

    public SignIn(ApplicationContext context) {
        this.accounts = context.getBean(Accounts.class);
    }

    /** Nobody, but with a CSRF token: what is refused now is refused for want of a session. */
    public static RequestPostProcessor nobody() {
        return SignIn::withCsrfToken;
    }

    public As customer(CustomerId customer) {
        return as(Grant.customer(customer));
    }

    /** An adviser with a calendar that belongs to nobody else. */
    public As adviser(BranchId branch) {
        return adviser(branch, AdviserId.next());
    }

    public As adviser(BranchId branch, AdviserId adviser) {
        return as(Grant.adviser(branch, adviser));
    }

    public As manager(BranchId branch) {
        return as(Grant.manager(branch));
    }

    public As administrator() {
        return as(Grant.administrator());
    }

    /** Opens an account with these grants. Call once for each person and keep the answer. */
    public As as(Grant... grants) {
        var name = "test-" + UUID.randomUUID();
        var account = accounts.open(new OpenAccount(
                        new EmailAddress(name + "@example.org"),
                        new InitialPassword.None(),
                        name,
                        "fr",
                        Grants.of(grants)))
                .orThrow();
        return new As(accounts.find(account).orElseThrow());
    }

    /** As a page of ours does it: the cookie's value, read by its script and sent back in a header. */
    private static MockHttpServletRequest withCsrfToken(MockHttpServletRequest request) {
        var token = UUID.randomUUID().toString();
        request.setCookies(ObjectUtils.addObjectToArray(request.getCookies(), new Cookie("XSRF-TOKEN", token)));
        request.addHeader("X-XSRF-TOKEN", token);
        return request;
    }

    /** Somebody who is signed in. */
    public record As(AccountView account) implements RequestPostProcessor {

        public AccountId id() {
            return account.id();
        }

        public Actor actor() {
            return account.actor();
        }

        public CustomerActor customer() {
            return (CustomerActor) actor();
        }

        public StaffActor staff() {
            return (StaffActor) actor();
        }

        @Override
        public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
            var authorities = AuthorityUtils.createAuthorityList(account.grants().roles().stream()
                    .map(role -> "ROLE_" + role)
                    .toList());
            authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
            authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.OTT_AUTHORITY));
            var principal = SignedInAccount.of(account, Instant.EPOCH);
            var signedIn =
                    authentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities));
            return withCsrfToken(signedIn.postProcessRequest(request));
        }
    }
}
