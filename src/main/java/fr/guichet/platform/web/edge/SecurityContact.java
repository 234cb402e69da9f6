package fr.guichet.platform.web.edge;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to tell about a weakness, {@code guichet.security.*}.
 *
 * @param contact where it is heard, the preferred way first: {@code mailto:}, {@code https:} or {@code tel:}; nothing is published
 *     while there is none
 * @param policy a page that says what may be tried and what is promised
 */
@ConfigurationProperties("guichet.security")
record SecurityContact(
        @DefaultValue List<URI> contact, @Nullable URI policy) {

    private static final Set<String> REACHABLE = Set.of("mailto", "https", "tel");

    SecurityContact {
        contact = List.copyOf(contact);
        if (!contact.stream().allMatch(way -> way.getScheme() != null && REACHABLE.contains(way.getScheme()))) {
            throw new IllegalArgumentException(
                    "guichet.security.contact is an address such as mailto:security@example.com or https://example.com/security");
        }
        if (policy != null && !"https".equals(policy.getScheme())) {
            throw new IllegalArgumentException("guichet.security.policy is an https address");
        }
    }
}
