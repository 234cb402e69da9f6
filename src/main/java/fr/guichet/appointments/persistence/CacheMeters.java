package fr.guichet.appointments.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.springframework.stereotype.Component;

/** How well memory serves those who look for a time: {@code cache.gets} and its like, tagged {@code cache="appointments.calendars"}. */
@Component("calendarCacheMeters")
class CacheMeters implements MeterBinder {

    private final BusyCache calendars;

    CacheMeters(BusyCache calendars) {
        this.calendars = calendars;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        new CaffeineCacheMetrics<>(calendars.held(), "appointments.calendars", Tags.empty()).bindTo(registry);
    }
}
