package fr.guichet.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;

/**
 * What tells browsers to take data as data: to run nothing in it, guess nothing about it, and show it to no other site. The security
 * filters write the same and more; answers that are given before them, by Tomcat or while the database is away, have these.
 */
public final class DataHeaders {

    public static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static final long A_YEAR_IN_SECONDS = 31_536_000;

    private DataHeaders() {}

    /** Writes those that are not there yet. */
    static void write(HttpServletRequest request, HttpServletResponse response) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Referrer-Policy", "same-origin");
        if (request.isSecure()) {
            headers.put("Strict-Transport-Security", "max-age=%d ; includeSubDomains".formatted(A_YEAR_IN_SECONDS));
        }
        headers.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
    }
}
