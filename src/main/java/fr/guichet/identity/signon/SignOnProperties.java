package fr.guichet.identity.signon;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bank's own sign-on, an OpenID Connect provider. Nothing of it is looked at while no issuer is named.
 *
 * @param issuer its address, exactly as it names itself; https, but on this machine
 * @param clientId what Guichet is called there; people are not offered the sign-on without one
 * @param clientSecretFile a file whose first line is Guichet's secret there
 * @param clientSecret the secret itself, as environment variable {@code GUICHET_SIGNON_CLIENTSECRET}
 * @param scopes what is asked for besides {@code openid}
 * @param strongAcr values of {@code acr} that mean strong authentication, the one to ask for first
 * @param strongAmr the same for {@code amr}: {@code mfa}, or several that must be there together, such as {@code pwd+otp}
 * @param customerClaim a claim that holds the identifier of the customer in Guichet, which only the bank can set; not looked at
 *     when absent
 * @param staffClaim the same for the identifier of a member of staff's account
 * @param typedLogoutTokens whether the provider writes {@code typ: logout+jwt} into logout tokens, as OpenID Connect Back-Channel Logout
 *     recommends; then no token of another kind is taken for one
 * @param customers how customers come in
 * @param staff how members of staff come in
 * @param connectTimeout how long to wait for a connection to the provider
 * @param readTimeout how long to wait for its answer
 */
@ConfigurationProperties("guichet.sign-on")
public record SignOnProperties(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable Path clientSecretFile,
        @Nullable String clientSecret,
        @DefaultValue Set<String> scopes,
        @DefaultValue List<String> strongAcr,
        @DefaultValue List<String> strongAmr,
        @Nullable String customerClaim,
        @Nullable String staffClaim,
        @DefaultValue("true") boolean typedLogoutTokens,
        @DefaultValue Ways customers,
        @DefaultValue Ways staff,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout) {

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(10);

    /**
     * How one kind of account comes in.
     *
     * @param signOn by the bank's sign-on
     * @param local by password and code, or passkey
     */
    public record Ways(
            @DefaultValue("true") boolean signOn,
            @DefaultValue("true") boolean local) {}

    public SignOnProperties {
        issuer = textOrNull(issuer);
        clientId = textOrNull(clientId);
        clientSecret = textOrNull(clientSecret);
        customerClaim = textOrNull(customerClaim);
        staffClaim = textOrNull(staffClaim);
        scopes = Set.copyOf(scopes);
        strongAcr = List.copyOf(strongAcr);
        strongAmr = List.copyOf(strongAmr);
        if (issuer != null && !isTrustworthy(issuer)) {
            throw new IllegalArgumentException(
                    "guichet.sign-on.issuer is an https address without query or fragment, such as https://login.example.com/realms/bank");
        }
        within("connect-timeout", connectTimeout);
        within("read-timeout", readTimeout);
        if (!(issuer != null && clientId != null) && !(customers.local() && staff.local())) {
            throw new IllegalArgumentException(
                    "guichet.sign-on.customers.local and guichet.sign-on.staff.local stay true while there is no sign-on: nobody could come in");
        }
    }

    /** Whether people are offered it. */
    public boolean isOffered() {
        return issuer != null && clientId != null;
    }

    /** How this kind of account comes in. */
    public Ways ways(boolean customer) {
        return customer ? customers : staff;
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void within(String name, Duration value) {
        if (!value.isPositive() || value.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "guichet.sign-on.%s is positive and at most %s".formatted(name, LONGEST_TIMEOUT));
        }
    }

    /** What comes over plain http could be anybody's words, unless it does not leave the machine. */
    private static boolean isTrustworthy(String issuer) {
        try {
            var uri = URI.create(issuer);
            return uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere(uri.getHost())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isHere(String host) {
        try {
            return host.equals("localhost")
                    || (host.matches("[0-9.]+|\\[[0-9a-fA-F:]+]")
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "SignOnProperties[" + issuer + "]";
    }
}
