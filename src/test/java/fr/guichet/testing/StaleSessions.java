package fr.guichet.testing;

import fr.guichet.identity.sessions.SessionCodec;
import fr.guichet.identity.signin.StrongAuthentication;
import fr.guichet.shared.AccountId;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/** Makes the factors that sessions rest on old, as if their owners had signed in an hour ago. */
public final class StaleSessions {

    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    private StaleSessions() {}

    public static void make(JdbcClient jdbc, AccountId account) {
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
                    .param(SessionCodec.write(
                            stale((SecurityContext) SessionCodec.read(bytes).orElseThrow())))
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
}
