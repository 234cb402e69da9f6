package fr.guichet.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.signin.SignInBusyException;
import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
import org.springframework.web.bind.annotation.PutMapping;
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
    private final Clock clock;

    SessionController(
            AuthenticationManager authentication,
            BrowserSessions sessions,
            SignedInAccounts signedIn,
            Accounts accounts,
            Clock clock) {
        this.authentication = authentication;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Who is signed in. Open to passers-by, and gives the browser its CSRF token. */
    @GetMapping
    Session getSession() {
        return signedIn.account().map(this::session).orElseGet(() -> new Session(false, null, now()));
    }

    @PostMapping
    Session signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        var proven = prove(credentials);
        sessions.begin(proven, request, response);
        return SignedInAccounts.of(proven)
                .map(SignedInAccount::id)
                .flatMap(accounts::find)
                .map(this::session)
                .orElseThrow(SecurityProblems.SIGN_IN_REFUSED::exception);
    }

    /** What a member of staff reads from now on; customers change it in their own record. */
    @PutMapping("/language")
    Session changeLanguage(StaffActor actor, @Valid @RequestBody ChangeLanguage wanted) {
        accounts.changeLanguage(actor.account(), wanted.language());
        return accounts.find(actor.account()).map(this::session).orElseThrow();
    }

    /** Ends the session; when there is none, that is fine too. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
    }

    private Authentication prove(Credentials credentials) {
        try {
            return authentication.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated(credentials.email(), credentials.password()));
        } catch (SignInBusyException e) {
            throw SecurityProblems.SIGN_IN_BUSY.exception();
        } catch (AuthenticationException e) {
            throw SecurityProblems.SIGN_IN_REFUSED.exception();
        }
    }

    private Session session(AccountView account) {
        return new Session(true, Account.of(account), now());
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    /** No limits on length: whatever is sent gets the same answer. */
    @Schema(name = "SignIn")
    record Credentials(@NotNull String email, @NotNull String password) {

        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    record ChangeLanguage(
            @NotNull @Pattern(regexp = "fr|en") @Schema(allowableValues = {"fr", "en"})
            String language) {}

    /**
     * Who is here.
     *
     * @param account absent for passers-by
     * @param now what the server's clock says, for those whose own is wrong
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Session(boolean signedIn, @Nullable Account account, OffsetDateTime now) {}

    /**
     * The account that is signed in.
     *
     * @param language ISO 639 code
     * @param customerId the reference record of a customer; absent for staff
     * @param adviserId the calendar of an adviser; absent for the others
     * @param branchId where staff work; absent for customers and for those who act for the whole bank
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Account(
            UUID id,
            String displayName,
            String email,
            @Schema(allowableValues = {"fr", "en"}) String language,
            List<Role> roles,
            @Nullable UUID customerId,
            @Nullable UUID adviserId,
            @Nullable UUID branchId) {

        static Account of(AccountView view) {
            var grants = view.grants();
            return new Account(
                    view.id().value(),
                    view.displayName(),
                    view.email(),
                    view.language(),
                    List.copyOf(grants.roles()),
                    grants.customer().map(CustomerId::value).orElse(null),
                    grants.adviser().map(AdviserId::value).orElse(null),
                    grants.branch().map(BranchId::value).orElse(null));
        }
    }
}
