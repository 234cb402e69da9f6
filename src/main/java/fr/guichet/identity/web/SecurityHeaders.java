package fr.guichet.identity.web;

import fr.guichet.platform.web.CspNonce;
import fr.guichet.platform.web.DataHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every response tells the browser about what it may do with it. */
final class SecurityHeaders {

    /** Everything comes from here; styles made at run time need the nonce; nothing embeds us. */
    private static final String POLICY_OF_PAGES = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'nonce-%s'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final String PERMISSIONS = String.join(
            ", ",
            "accelerometer=()",
            "autoplay=()",
            "camera=()",
            "display-capture=()",
            "geolocation=(self)",
            "gyroscope=()",
            "magnetometer=()",
            "microphone=()",
            "midi=()",
            "payment=()",
            "publickey-credentials-create=(self)",
            "publickey-credentials-get=(self)",
            "screen-wake-lock=(self)",
            "serial=()",
            "usb=()");

    private SecurityHeaders() {}

    static void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(new ContentSecurityPolicy())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(
                        transport -> transport.includeSubDomains(true).maxAgeInSeconds(DataHeaders.A_YEAR_IN_SECONDS));
    }

    private static final class ContentSecurityPolicy implements HeaderWriter {

        private static final String NAME = "Content-Security-Policy";

        @Override
        public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
            if (response.containsHeader(NAME)) {
                return;
            }
            var path =
                    request.getRequestURI().substring(request.getContextPath().length());
            var isData = path.startsWith("/api/") || path.startsWith("/actuator");
            response.setHeader(NAME, isData ? DataHeaders.POLICY : POLICY_OF_PAGES.formatted(CspNonce.of(request)));
        }
    }
}
