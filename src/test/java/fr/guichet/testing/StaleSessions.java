package fr.guichet.testing;

import fr.guichet.identity.sessions.SessionCodec;
import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.identity.signin.StrongAuthentication;
import fr.guichet.shared.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/** Makes sessions old, or the factors that they rest on, as if their owners had signed in long ago. */
public final class StaleSessions {

    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    private StaleSessions() {}

    /** The factors were proven an hour ago. */
    public static void make(JdbcClient jdbc, AccountId account) {
        rewrite(jdbc, account, StaleSessions::stale);
    }

    /** The sessions began so long before they did. */
    public static void beginEarlier(JdbcClient jdbc, AccountId account, Duration earlier) {
        rewrite(jdbc, account, context -> begunEarlier(context, earlier));
    }

    private static void rewrite(JdbcClient jdbc, AccountId account, UnaryOperator<SecurityContext> change) {
        var ids = jdbc.sql("select primary_id from platform.spring_session where principal_name = ?")
                .param(account.toString())
                .query(String.class)
                .list();
        for (var id : ids) {
            var bytes = jdbc.sql("""
                    select attribute_bytes from platform.spring_session_attributes
                     where session_primary_id = ? and attribute_name = ?
                    """)
                    .param(id)
                    .param(CONTEXT)
                    .query((row, number) -> row.getBytes(1))
                    .single();
            jdbc.sql("""
                    update platform.spring_session_attributes set attribute_bytes = ?
                     where session_primary_id = ? and attribute_name = ?
                    """)
                    .param(SessionCodec.write(change.apply(
                            (SecurityContext) SessionCodec.read(bytes).orElseThrow())))
                    .param(id)
                    .param(CONTEXT)
                    .update();
        }
    }

    private static SecurityContext stale(SecurityContext context) {
        var authentication = Objects.requireNonNull(context.getAuthentication());
        var anHourAgo = Instant.now().minusSeconds(3600);
        for (var authority : authentication.getAuthorities()) {
            if (authority instanceof FactorGrantedAuthority factor) {
                authentication = StrongAuthentication.refreshed(
                        authentication,
                        StrongAuthentication.factor(Objects.requireNonNull(factor.getAuthority()), anHourAgo));
            }
        }
        return new SecurityContextImpl(authentication);
    }

    private static SecurityContext begunEarlier(SecurityContext context, Duration earlier) {
        var authentication = Objects.requireNonNull(context.getAuthentication());
        var session = (SignedInAccount) Objects.requireNonNull(authentication.getPrincipal());
        var older = new SignedInAccount(
                session.account(),
                session.roles(),
                session.customer(),
                session.adviser(),
                session.branch(),
                session.sessionVersion(),
                session.signedInAt().minus(earlier));
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(older, null, authentication.getAuthorities()));
    }
}
