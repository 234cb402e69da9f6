package fr.guichet.branches.caching;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.springframework.stereotype.Component;

/** How well memory serves: {@code cache.gets}, {@code cache.size} and their like, tagged {@code cache="branches.schedules"}. */
@Component
class CacheMeters implements MeterBinder {

    private final ScheduleCache schedules;

    CacheMeters(ScheduleCache schedules) {
        this.schedules = schedules;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        new CaffeineCacheMetrics<>(schedules.held(), "branches.schedules", Tags.empty()).bindTo(registry);
    }
}
