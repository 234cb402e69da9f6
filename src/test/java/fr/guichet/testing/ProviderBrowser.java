package fr.guichet.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.guichet.testing.Keycloak.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;

/** The half of a browser that visits the identity provider: follows it from page to page, fills its forms in, keeps its cookies. */
public final class ProviderBrowser implements AutoCloseable {

    /** Where Guichet says that it is. Nothing is there: whoever is sent there is back, and a test goes on with any instance. */
    public static final String GUICHET = "http://guichet.test";

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();

    /**
     * Goes where Guichet sent the browser, signs on if asked to, and comes back.
     *
     * @return the address that the provider leads back to
     */
    public URI signOn(String address, User user) {
        var answer = follow(get(URI.create(address)));
        for (var page = 0; page < 4 && answer.statusCode() == 200; page++) {
            answer = follow(fill(answer, user));
        }
        return back(answer);
    }

    /** Goes where Guichet sent the browser, and on from page to page without filling anything in. */
    public URI pass(String address) {
        return back(follow(get(URI.create(address))));
    }

    private static URI back(HttpResponse<String> answer) {
        return URI.create(answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError("The provider shows a page: " + answer.body())));
    }

    /** Until a page is shown or the provider leads to somebody else. */
    private HttpResponse<String> follow(HttpResponse<String> first) {
        var answer = first;
        while (answer.statusCode() / 100 == 3) {
            var next =
                    answer.uri().resolve(answer.headers().firstValue("location").orElseThrow());
            if (!next.getHost().equals(first.uri().getHost())) {
                break;
            }
            answer = get(next);
        }
        return answer;
    }

    private HttpResponse<String> fill(HttpResponse<String> page, User user) {
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("A page without a form: " + page.body());
        }
        var values = page.body().contains("name=\"otp\"")
                ? Map.of("otp", code())
                : Map.of("username", user.name(), "password", user.password());
        return send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Keycloak.form(values))));
    }

    /** What the authenticator app of everyone there shows now. */
    private static String code() {
        try {
            var key = new SecretKeySpec(Keycloak.OTP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1");
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, Instant.now());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = http.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
