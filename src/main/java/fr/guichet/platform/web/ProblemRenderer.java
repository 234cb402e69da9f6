package fr.guichet.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Turns a problem into its answer (RFC 9457), in the words of the reader's language and with the id of the request. */
@Component
public class ProblemRenderer {

    private static final List<String> OF_ANOTHER_ANSWER = List.of(
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.LAST_MODIFIED,
            Idempotency.REPLAY);

    private final MessageSource messages;
    private final LocaleResolver languages;
    private final JsonMapper json;

    ProblemRenderer(MessageSource messages, LocaleResolver languages, JsonMapper json) {
        this.messages = messages;
        this.languages = languages;
        this.json = json;
    }

    /** The answer for a controller or an advice. */
    public ResponseEntity<Map<String, Object>> answer(Problem problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .headers(headers -> headersOf(problem).forEach(headers::set))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(problem, language(problem, request), request));
    }

    /** The answer for a filter or an entry point, which have no message converter behind them. Does nothing once an answer is on its way. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        startAgain(response);
        response.setStatus(problem.status().value());
        headersOf(problem).forEach(response::setHeader);
        DataHeaders.write(request, response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(UTF_8);
        response.getOutputStream().write(json.writeValueAsBytes(body(problem, language(problem, request), request)));
        response.flushBuffer();
    }

    /**
     * Forgets the answer that was being written when something failed, such as saving the session: its length, tag and address are not
     * the problem's.
     */
    static void startAgain(HttpServletResponse response) {
        response.resetBuffer();
        OF_ANOTHER_ANSWER.forEach(name -> response.setHeader(name, null));
    }

    /** Whoever is told that the database is away must not wait for it to say in which language. */
    private Locale language(Problem problem, HttpServletRequest request) {
        return problem.status() == HttpStatus.SERVICE_UNAVAILABLE
                ? ReaderLanguage.ofBrowser(request)
                : languages.resolveLocale(request);
    }

    private static Map<String, String> headersOf(Problem problem) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.put(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.put(HttpHeaders.RETRY_AFTER, "5");
        }
        var wait = problem.properties().get(Problems.RETRY_AFTER);
        if (wait != null) {
            headers.put(HttpHeaders.RETRY_AFTER, wait.toString());
        }
        return headers;
    }

    private Map<String, Object> body(Problem problem, Locale language, HttpServletRequest request) {
        var body = new LinkedHashMap<String, Object>();
        var key = "problem." + problem.name();
        var arguments = ReadableArguments.of(problem.arguments(), language);
        body.put("type", "/problems/" + problem.name());
        body.put("title", messages.getMessage(key + ".title", arguments, language));
        body.put("status", problem.status().value());
        body.put("detail", messages.getMessage(key + ".detail", arguments, language));
        problem.properties()
                .forEach((name, value) -> body.put(name, name.equals("errors") ? errors(value, language) : value));
        body.put("requestId", RequestIds.of(request));
        return body;
    }

    private Object errors(Object errors, Locale language) {
        return errors instanceof List<?> list
                ? list.stream()
                        .map(error -> error instanceof InvalidField field ? entry(field, language) : error)
                        .toList()
                : errors;
    }

    private Map<String, String> entry(InvalidField error, Locale language) {
        var entry = new LinkedHashMap<String, String>();
        entry.put("field", error.field());
        entry.put(
                "message",
                messages.getMessage(error.key(), ReadableArguments.of(error.arguments(), language), language));
        return entry;
    }
}
