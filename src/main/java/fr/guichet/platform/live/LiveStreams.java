package fr.guichet.platform.live;

import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.Problems;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The streams open on this instance, by what they watch. They are the first to end when the program stops, so that the requests
 * that do something have the time left.
 */
@Component
public class LiveStreams implements SmartLifecycle {

    private static final int MOST_TOPICS = 20;

    private final Map<String, LiveTopicAccess> access;
    private final List<LiveStanding> standings;
    private final LiveProperties properties;
    private final Map<Topic, Set<LiveStream>> watching = new ConcurrentHashMap<>();
    private final Map<String, Set<LiveStream>> byWatcher = new ConcurrentHashMap<>();
    private final Set<LiveStream> all = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    LiveStreams(
            List<LiveTopicAccess> access,
            List<LiveStanding> standings,
            LiveProperties properties,
            MeterRegistry metrics) {
        this.access = access.stream().collect(Collectors.toMap(LiveTopicAccess::kind, Function.identity()));
        this.standings = List.copyOf(standings);
        this.properties = properties;
        Gauge.builder("guichet.live.streams", all, Set::size)
                .description("Browsers that follow changes through this instance")
                .register(metrics);
    }

    /**
     * Opens a stream, or ends the request with a problem: 400 for topics that are none, 404 for those the actor may not watch, 429
     * when there are too many streams.
     */
    public LiveStream open(Watcher watcher, Collection<String> topics) {
        var stream = new LiveStream(watcher, read(topics), properties.heartbeat(), properties.recheck(), this::mayGoOn);
        if (!allowed(stream)) {
            throw Problems.notFound().exception();
        }
        if (!open) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable").exception();
        }
        if (all.size() >= properties.mostStreams()
                || byWatcher.getOrDefault(watcher.name(), Set.of()).size() >= properties.mostPerSession()) {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-streams").exception();
        }
        all.add(stream);
        byWatcher.compute(watcher.name(), (_, streams) -> with(streams, stream));
        stream.topics().forEach(topic -> watching.compute(topic, (_, streams) -> with(streams, stream)));
        if (!open) {
            stream.close(); // we began to stop in the meantime
        }
        return stream;
    }

    /** To be called once the stream has ended, however it did. */
    public void ended(LiveStream stream) {
        stream.close();
        all.remove(stream);
        byWatcher.computeIfPresent(stream.watcher().name(), (_, streams) -> without(streams, stream));
        stream.topics().forEach(topic -> watching.computeIfPresent(topic, (_, streams) -> without(streams, stream)));
    }

    void changed(Collection<Topic> topics) {
        topics.forEach(topic -> watching.getOrDefault(topic, Set.of()).forEach(stream -> stream.changed(topic)));
    }

    /** Something was missed: everybody looks again. */
    void changedAll() {
        all.forEach(LiveStream::resync);
    }

    private boolean mayGoOn(LiveStream stream) {
        return standings.stream().allMatch(standing -> standing.holds(stream.watcher())) && allowed(stream);
    }

    private boolean allowed(LiveStream stream) {
        return stream.topics().stream().allMatch(topic -> {
            var answers = access.get(topic.kind());
            return answers != null && answers.mayWatch(stream.watcher().actor(), topic.id());
        });
    }

    private Set<Topic> read(Collection<String> texts) {
        if (texts.size() > MOST_TOPICS) {
            throw Problems.malformed(new InvalidField("topic", "invalid.too-many", MOST_TOPICS))
                    .exception();
        }
        var topics = new LinkedHashSet<Topic>();
        for (var text : texts) {
            topics.add(Topic.parse(text)
                    .filter(topic -> access.containsKey(topic.kind()))
                    .orElseThrow(() -> Problems.malformed(new InvalidField("topic", "invalid.topic"))
                            .exception()));
        }
        return topics;
    }

    private static Set<LiveStream> with(@Nullable Set<LiveStream> streams, LiveStream stream) {
        var more = streams == null ? ConcurrentHashMap.<LiveStream>newKeySet() : streams;
        more.add(stream);
        return more;
    }

    private static @Nullable Set<LiveStream> without(Set<LiveStream> streams, LiveStream stream) {
        streams.remove(stream);
        return streams.isEmpty() ? null : streams;
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        all.forEach(LiveStream::close);
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Stops before all others, the web server's wait for its last requests included. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
