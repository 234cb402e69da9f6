package fr.guichet.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page that follows changes: one open stream of events, kept as {@code "name data"} in the order they came. */
public final class LiveReader implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private final Thread reading;
    private volatile boolean ended;
    private @Nullable String name;

    /**
     * Opens the stream.
     *
     * @param session the session cookie of somebody who is signed in
     */
    public LiveReader(int port, String session, String... topics) {
        var query = Stream.of(topics).map(topic -> "topic=" + topic).collect(Collectors.joining("&"));
        try {
            response = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/live?" + query))
                            .header("Accept", "text/event-stream")
                            .header("Cookie", "GUICHET_SESSION=" + session)
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        reading = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try {
            response.body().forEach(this::line);
        } catch (RuntimeException e) {
            // the server or the test ended the stream
        } finally {
            ended = true;
        }
    }

    private void line(String line) {
        if (line.startsWith("event: ")) {
            name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
            events.add(name + " " + line.substring("data: ".length()));
        }
    }

    public int status() {
        return response.statusCode();
    }

    public List<String> events() {
        return events;
    }

    /** Whether the server has ended the stream. */
    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        client.shutdownNow();
        reading.interrupt();
    }
}
