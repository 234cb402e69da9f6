package fr.guichet.identity.signin;

import fr.guichet.identity.AccountAudit;
import fr.guichet.identity.AccountTrail;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.factors.CodeRequest;
import fr.guichet.identity.factors.SecondFactor;
import fr.guichet.identity.factors.SecondFactors;
import fr.guichet.identity.signin.PendingSignIns.Pending;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * The second step: the code, and the one answer for both. A code is looked at only under a number of its own, the first under the one
 * that the password took: a password and a code that fail together are one failure.
 */
@Component
public class CodeSignIn implements AuthenticationProvider {

    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    private final PendingSignIns pending;
    private final SignInAttempts attempts;
    private final SecondFactors secondFactors;
    private final Accounts accounts;
    private final AccountTrail trail;
    private final Transactions transactions;
    private final AsyncTaskExecutor apart;
    private final MeterRegistry meters;
    private final Clock clock;

    CodeSignIn(
            PendingSignIns pending,
            SignInAttempts attempts,
            SecondFactors secondFactors,
            Accounts accounts,
            AccountTrail trail,
            Transactions transactions,
            AsyncTaskExecutor apart,
            MeterRegistry meters,
            Clock clock) {
        this.pending = pending;
        this.attempts = attempts;
        this.secondFactors = secondFactors;
        this.accounts = accounts;
        this.trail = trail;
        this.transactions = transactions;
        this.apart = apart;
        this.meters = meters;
        this.clock = clock;
    }

    /** Has a code asked for after the bank's sign-on, which vouched for the person but not strongly. In the caller's transaction. */
    public OneTimeToken beginAfterSignOn(AccountView account) {
        var token = OneTimeToken.next();
        var request = UUID.randomUUID();
        pending.begin(token, request, FirstFactor.AUTHORIZATION_CODE, account);
        secondFactors.ask(account.id(), CodeRequest.signIn(request));
        return token;
    }

    /** Whether the second step of a sign-in is awaited; true as well when the first was wrong. */
    public boolean isAwaited(OneTimeToken token) {
        return pending.exists(token);
    }

    /** Sends another code by message, to whoever gets one. Says nothing, not even by how long it takes: it is done apart. */
    public void askAgain(OneTimeToken token) {
        apart.execute(() -> transactions.call(() -> {
            pending.lock(token)
                    .filter(Pending::proven)
                    .ifPresent(signIn -> secondFactors.ask(
                            Objects.requireNonNull(signIn.account()), CodeRequest.signIn(signIn.request())));
            return true;
        }));
    }

    /** Gives up: the token is worth nothing from now on. */
    public void abandon(OneTimeToken token) {
        pending.abandon(token);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return CodeAuthentication.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        var code = (CodeAuthentication) claim;
        var proven = transactions.call(() -> noted(code));
        meters.counter("guichet.sign.in", "outcome", proven.isPresent() ? "accepted" : "refused")
                .increment();
        return proven.orElseThrow(() -> new BadCredentialsException("Refused"));
    }

    /** A refusal is written down with it; that somebody came in, by whoever begins the session. */
    private Optional<Authentication> noted(CodeAuthentication claim) {
        var found = pending.lock(claim.token());
        var proven = judge(claim, found);
        if (proven.isEmpty() && found.isPresent()) {
            trail.wasRefused(found.get().account(), AccountAudit.SIGN_IN_REFUSED, "refused");
        }
        return proven;
    }

    private Optional<Authentication> judge(CodeAuthentication claim, Optional<Pending> found) {
        var number = found.flatMap(signIn -> number(claim.token(), signIn));
        if (found.isEmpty() || number.isEmpty() || !found.get().proven()) {
            // Looked for all the same: the time must not tell that nothing is looked at.
            secondFactors.take(NOBODY, claim.code(), CodeRequest.signIn(NOBODY.value()));
            return Optional.empty();
        }
        var signIn = found.get();
        var account = Objects.requireNonNull(signIn.account());
        var factor = secondFactors.take(account, claim.code(), CodeRequest.signIn(signIn.request()));
        if (factor.isEmpty() || !attempts.forgive(account, number.get(), signIn.sessionVersion())) {
            return Optional.empty();
        }
        pending.succeed(signIn);
        return accounts.find(account).filter(AccountView::isActive).map(view -> strong(view, signIn, factor.get()));
    }

    /** The number to judge this code under; empty when the account is locked. Writes one row in every case. */
    private Optional<Long> number(OneTimeToken token, Pending signIn) {
        if (signIn.spent()) {
            return attempts.reserve(signIn.account()).map(SignInAttempts.Reserved::number);
        }
        pending.spend(token);
        return Optional.ofNullable(signIn.attempt());
    }

    private Authentication strong(AccountView account, Pending signIn, SecondFactor factor) {
        return StrongAuthentication.of(
                account,
                clock.instant(),
                StrongAuthentication.factor(signIn.firstFactor().authority(), signIn.begunAt()),
                StrongAuthentication.factor(factor.authority(), clock.instant()));
    }
}
