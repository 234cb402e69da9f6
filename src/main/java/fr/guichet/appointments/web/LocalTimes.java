package fr.guichet.appointments.web;

import fr.guichet.shared.TimeSpan;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** Instants as a branch's clock shows them. */
record LocalTimes(ZoneId zone) {

    /** A stretch of time as JSON, half-open. */
    record Span(OffsetDateTime start, OffsetDateTime end) {}

    OffsetDateTime of(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    Span of(TimeSpan span) {
        return new Span(of(span.start()), of(span.end()));
    }

    List<Span> of(List<TimeSpan> spans) {
        return spans.stream().map(this::of).toList();
    }
}
