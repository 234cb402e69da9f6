package fr.guichet.identity.signin;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.factors.CodeRequest;
import fr.guichet.identity.factors.SecondFactors;
import fr.guichet.identity.signin.PendingSignIns.Pending;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.EmailAddress;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The first step: address and password. It says nothing: an unknown address, a wrong password, a locked, suspended or passwordless
 * account and the right password all lead to the question for the code, and take as long, one statement that writes one row, one
 * hash, one row more. Only the second step answers, so that nobody learns which of the two was wrong (Delegated Regulation (EU)
 * 2018/389, article 4(3)(a)).
 */
@Component
public class PasswordSignIn {

    /** What is compared with when there is nothing to compare with: the hash of a random text, as expensive as any other. */
    static final String NOBODYS_HASH =
            "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$Zd0rNiWcxk1PakyXZuPs1Q$/+yBHOnGSsaJdoH+CKta9J1pTjvHBbzrfm0dTods62U";

    private final SignInAttempts attempts;
    private final PendingSignIns pending;
    private final SecondFactors secondFactors;
    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final PasswordHashing hashing;
    private final AsyncTaskExecutor apart;

    PasswordSignIn(
            SignInAttempts attempts,
            PendingSignIns pending,
            SecondFactors secondFactors,
            Accounts accounts,
            PasswordEncoder encoder,
            PasswordHashing hashing,
            AsyncTaskExecutor apart) {
        this.attempts = attempts;
        this.pending = pending;
        this.secondFactors = secondFactors;
        this.accounts = accounts;
        this.encoder = encoder;
        this.hashing = hashing;
        this.apart = apart;
    }

    /**
     * What the first step came to.
     *
     * @param request what a code sent for it is bound to
     * @param right whose address and password they were; empty when they were nobody's
     */
    private record Begun(OneTimeToken token, UUID request, Optional<AccountId> right) {}

    /**
     * Takes address and password, and sends a code by message to whoever proves himself that way and was right. It is sent apart: the
     * answer must not take longer when there is one to send.
     *
     * @param before the sign-in that this browser had begun and now begins again; a code sent for it counts for this one, if it is the
     *     same account's
     * @return what the second step goes on from, in every case
     * @throws SignInBusyException when too many sign in at once; nothing was judged or counted
     */
    public OneTimeToken begin(String email, CharSequence password, Optional<OneTimeToken> before) {
        var key = EmailAddress.parse(email).map(EmailAddress::key).orElse("");
        // The attempt takes its number inside, so that one turned away at the queue is not counted.
        var begun = hashing.run(() -> judge(key, password, before));
        begun.right()
                .ifPresent(account ->
                        apart.execute(() -> secondFactors.ask(account, CodeRequest.signIn(begun.request()))));
        return begun.token();
    }

    private Begun judge(String key, CharSequence password, Optional<OneTimeToken> before) {
        var attempt = attempts.reserve(key);
        var hash = attempt.map(SignInAttempts.Reserved::passwordHash).orElse(NOBODYS_HASH);
        var right = encoder.matches(password, hash) && attempt.isPresent();
        if (right && encoder.upgradeEncoding(hash)) {
            attempts.rehash(attempt.get(), accounts.encode(password));
        }
        var account = attempt.map(SignInAttempts.Reserved::account);
        var request = before.flatMap(pending::replace)
                .filter(signIn -> signIn.isOf(account.orElse(null)))
                .map(Pending::request)
                .orElseGet(UUID::randomUUID);
        var token = OneTimeToken.next();
        pending.begin(token, request, FirstFactor.PASSWORD, attempt.orElse(null), right);
        return new Begun(token, request, account.filter(_ -> right));
    }
}
