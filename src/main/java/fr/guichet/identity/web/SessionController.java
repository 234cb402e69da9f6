package fr.guichet.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.signin.SignInBusyException;
import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coming in, going out, and who one is. */
@RestController
@RequestMapping("/api/session")
class SessionController {

    private final AuthenticationManager authentication;
    private final BrowserSessions sessions;
    private final SignedInAccounts signedIn;
    private final Accounts accounts;

    SessionController(
            AuthenticationManager authentication,
            BrowserSessions sessions,
            SignedInAccounts signedIn,
            Accounts accounts) {
        this.authentication = authentication;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.accounts = accounts;
    }

    /** Who is signed in. Open to passers-by, and gives the browser its CSRF token. */
    @GetMapping
    SessionView currentSession() {
        return signedIn.account().map(SessionView::of).orElse(SessionView.NOBODY);
    }

    @PostMapping
    SessionView signIn(
            @Valid @RequestBody SignInRequest credentials, HttpServletRequest request, HttpServletResponse response) {
        var proven = prove(credentials);
        sessions.begin(proven, request, response);
        return SignedInAccounts.of(proven)
                .map(SignedInAccount::id)
                .flatMap(accounts::find)
                .map(SessionView::of)
                .orElseThrow(SecurityProblems.SIGN_IN_REFUSED::exception);
    }

    /** Ends the session; when there is none, that is fine too. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
    }

    private Authentication prove(SignInRequest credentials) {
        try {
            return authentication.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated(credentials.email(), credentials.password()));
        } catch (SignInBusyException e) {
            throw SecurityProblems.SIGN_IN_BUSY.exception();
        } catch (AuthenticationException e) {
            throw SecurityProblems.SIGN_IN_REFUSED.exception();
        }
    }

    /** No limits on length: whatever is sent gets the same answer. */
    record SignInRequest(@NotNull String email, @NotNull String password) {
        @Override
        public String toString() {
            return "SignInRequest[…]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionView(boolean signedIn, @Nullable SessionAccount account) {

        static final SessionView NOBODY = new SessionView(false, null);

        static SessionView of(AccountView view) {
            var grants = view.grants();
            return new SessionView(
                    true,
                    new SessionAccount(
                            view.id().value(),
                            view.displayName(),
                            view.email(),
                            view.language(),
                            List.copyOf(grants.roles()),
                            grants.customer().map(CustomerId::value).orElse(null),
                            grants.adviser().map(AdviserId::value).orElse(null),
                            grants.branch().map(BranchId::value).orElse(null)));
        }
    }

    /**
     * @param language ISO 639 code
     * @param customerId the reference record of a customer; absent for staff
     * @param adviserId the calendar of an adviser; absent for the others
     * @param branchId where staff work; absent for customers and for those who act for the whole bank
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionAccount(
            UUID id,
            String displayName,
            String email,
            String language,
            List<Role> roles,
            @Nullable UUID customerId,
            @Nullable UUID adviserId,
            @Nullable UUID branchId) {}
}
