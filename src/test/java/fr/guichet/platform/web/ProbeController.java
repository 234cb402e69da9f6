package fr.guichet.platform.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes what controllers take and fails as they may, for the tests of the edge around them. */
@TestComponent
@RestController
@RequestMapping("/api/probe")
class ProbeController {

    enum Colour {
        RED,
        GREEN
    }

    record Part(String name, @Nullable String note) {}

    record Body(
            UUID id,
            @Size(min = 2, max = 20) String name,
            int count,
            @Nullable LocalDate day,
            @Nullable OffsetDateTime at,
            @Nullable Colour colour,
            @Valid @Nullable List<Part> parts) {}

    /** A value that checks itself. */
    record Picky(String value) {
        Picky {
            if (value.isBlank()) {
                throw new IllegalArgumentException("a blank value for marie@example.org");
            }
        }
    }

    record Made(UUID id, String name, Instant at) {}

    static final AtomicInteger effects = new AtomicInteger();

    private final JdbcClient jdbc;
    private final Idempotency idempotency;

    ProbeController(JdbcClient jdbc, Idempotency idempotency) {
        this.jdbc = jdbc;
        this.idempotency = idempotency;
        jdbc.sql("create table if not exists public.probe_made (id uuid primary key, name varchar(30) not null)")
                .update();
    }

    @PostMapping("/bodies")
    Map<String, Object> bodies(@Valid @RequestBody Body body) {
        return Map.of("name", body.name(), "count", body.count());
    }

    @PostMapping("/picky")
    Picky picky(@RequestBody Picky body) {
        return body;
    }

    @PostMapping("/text")
    @BodyLimit(1024 * 1024)
    Map<String, Object> text(@RequestBody String body) {
        return Map.of("length", body.length());
    }

    @GetMapping("/parameters")
    Map<String, Object> parameters(
            @RequestParam(defaultValue = "10") @Max(100) int limit,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable List<String> topic,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor) {
        if (cursor != null) {
            Cursors.read(cursor, keys -> keys.instant(0));
        }
        return Map.of("limit", limit, "from", String.valueOf(from), "topic", String.valueOf(topic));
    }

    @GetMapping("/things/{id}")
    Map<String, Object> thing(@PathVariable UUID id) {
        return Map.of("id", id);
    }

    @PutMapping("/things/{id}")
    Map<String, Object> change(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var version = EntityTags.required(ifMatch);
        if (version != 7) {
            throw Problems.stale(Map.of("id", id, "version", 7)).exception();
        }
        return Map.of("id", id, "version", 8);
    }

    @GetMapping("/fails")
    String fails() {
        throw new IllegalStateException("marie.martin@example.org has no account \"Marie Martin\"");
    }

    @GetMapping("/refuses")
    String refuses() {
        throw Problem.of(HttpStatus.CONFLICT, "stale", Duration.ofMinutes(5))
                .with("extra", List.of(1, 2))
                .exception();
    }

    @PostMapping("/unchecked")
    Map<String, Object> unchecked(@RequestBody Part part) {
        jdbc.sql("insert into public.probe_made values (gen_random_uuid(), ?)")
                .param(part.name())
                .update();
        return Map.of();
    }

    @PostMapping("/made")
    ResponseEntity<Made> make(@RequestBody Part part) {
        return idempotency.once(() -> {
            var made = new Made(UUID.randomUUID(), part.name(), Instant.parse("2026-11-23T08:00:00.123456Z"));
            effects.incrementAndGet();
            jdbc.sql("insert into public.probe_made values (?, ?)")
                    .params(made.id(), made.name())
                    .update();
            if (part.name().equals("refused")) {
                throw Problem.of(HttpStatus.CONFLICT, "stale").exception();
            }
            return ResponseEntity.created(URI.create("/api/probe/things/" + made.id()))
                    .eTag("\"1\"")
                    .body(made);
        });
    }
}
