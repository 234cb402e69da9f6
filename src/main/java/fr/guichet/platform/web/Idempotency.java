package fr.guichet.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.web.edge.RequestBodies;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a request that was sent twice act once. The first answer is stored under the caller and the {@code Idempotency-Key} header
 * in the transaction of the operation itself; a repeat gets that answer, byte for byte and from any instance, with {@code
 * Idempotent-Replay: true}. Two that arrive at once wait for each other in the database. Answers are kept for a day.
 */
@Component
public class Idempotency {

    public static final String KEY = "Idempotency-Key";
    public static final String REPLAY = "Idempotent-Replay";

    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final Transactions transactions;
    private final StoredAnswers answers;
    private final JsonMapper json;

    Idempotency(Transactions transactions, StoredAnswers answers, JsonMapper json) {
        this.transactions = transactions;
        this.answers = answers;
        this.json = json;
    }

    /**
     * Runs the operation in one transaction, once for each key of each caller. Refusals ({@link ProblemException}) roll back and
     * are not kept: nothing happened, so asking again is harmless. A key used with another request is refused with 422
     * {@code /problems/idempotency-key-reused}.
     *
     * <p>Call it last, from a controller whose body, if any, is a parameter. The answer's body must be something that becomes a
     * JSON value; of its headers, a repeat gets {@code Location} and {@code ETag}.
     */
    public <T> ResponseEntity<T> once(Supplier<ResponseEntity<T>> operation) {
        var request = request();
        var key = key(request);
        var caller = caller(request);
        if (key == null || caller == null) {
            return transactions.call(operation);
        }
        var id = sha256(caller, key);
        var hash = sha256(
                request.getMethod(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""),
                HexFormat.of().formatHex(RequestBodies.digest(request)));
        return transactions.call(() -> answers.begin(id, hash) ? first(id, operation) : repeat(id, hash));
    }

    private <T> ResponseEntity<T> first(String id, Supplier<ResponseEntity<T>> operation) {
        var answer = operation.get();
        var body = answer.getBody() == null ? null : write(answer.getBody());
        answers.keep(
                id,
                new StoredAnswers.Answer(
                        answer.getStatusCode().value(),
                        answer.getHeaders().getFirst(HttpHeaders.LOCATION),
                        answer.getHeaders().getETag(),
                        body));
        return answer(answer.getStatusCode().value(), answer.getHeaders(), body);
    }

    private <T> ResponseEntity<T> repeat(String id, String hash) {
        var stored = answers.find(id);
        if (!stored.request().equals(hash)) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused")
                    .exception();
        }
        var headers = new HttpHeaders();
        headers.set(REPLAY, "true");
        if (stored.answer().location() != null) {
            headers.set(HttpHeaders.LOCATION, stored.answer().location());
        }
        if (stored.answer().etag() != null) {
            headers.setETag(stored.answer().etag());
        }
        return answer(stored.answer().status(), headers, stored.answer().body());
    }

    /** The first answer and its repeats are sent from the same bytes, so they cannot differ. */
    @SuppressWarnings("unchecked")
    private static <T> ResponseEntity<T> answer(int status, HttpHeaders headers, @Nullable String body) {
        var builder = ResponseEntity.status(status).headers(headers);
        if (body == null) {
            return builder.build();
        }
        return (ResponseEntity<T>) (ResponseEntity<?>)
                builder.contentType(MediaType.APPLICATION_JSON).body(body.getBytes(UTF_8));
    }

    private String write(Object body) {
        if (body instanceof CharSequence || body instanceof byte[]) {
            throw new IllegalStateException("Only answers that become JSON can be kept for a repeat");
        }
        return json.writeValueAsString(body);
    }

    private static @Nullable String key(HttpServletRequest request) {
        var keys = Collections.list(request.getHeaders(KEY));
        if (keys.isEmpty()) {
            return null;
        }
        if (keys.size() > 1 || !KEY_FORM.matcher(keys.getFirst()).matches()) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "idempotency-key-invalid").exception();
        }
        return keys.getFirst();
    }

    /** The account, else the session; null for somebody who has neither, whose repeats nobody could tell from another's. */
    private static @Nullable String caller(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        if (principal != null) {
            return "account " + principal.getName();
        }
        var session = request.getSession(false);
        return session == null ? null : "session " + session.getId();
    }

    private static String sha256(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(UTF_8);
                digest.update((bytes.length + ":").getBytes(UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
