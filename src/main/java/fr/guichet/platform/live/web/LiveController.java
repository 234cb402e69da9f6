package fr.guichet.platform.live.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.guichet.platform.live.LiveStream;
import fr.guichet.platform.live.LiveStreams;
import fr.guichet.platform.live.Watcher;
import fr.guichet.shared.Actor;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The stream of changes. It holds one virtual thread and one socket, and no connection to the database. */
@RestController
@RequestMapping("/api/live")
class LiveController {

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    /**
     * Says what changed among the topics, until either side ends it. Events: {@code ready} at the start, {@code changed} with
     * {@code {"topics": ["adviser:…"]}}, {@code resync} when something may have been missed.
     */
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = String.class)))
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void watchLive(
            Actor actor, @RequestParam List<String> topic, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var stream = streams.open(watcher(actor, request), topic);
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(UTF_8);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            if (!request.getMethod().equals(RequestMethod.HEAD.name())) {
                stream.run(new Written(response));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            streams.ended(stream);
        }
    }

    private static Watcher watcher(Actor actor, HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null
                ? new Watcher(actor, null, String.valueOf(request.getRemoteUser()))
                : new Watcher(actor, session.getId(), session.getId());
    }

    private record Written(HttpServletResponse response) implements LiveStream.Sink {

        @Override
        public void event(String name, String data) throws IOException {
            write("event: " + name + "\ndata: " + data + "\n\n");
        }

        @Override
        public void heartbeat() throws IOException {
            write(":\n\n");
        }

        private void write(String text) throws IOException {
            response.getOutputStream().write(text.getBytes(UTF_8));
            response.flushBuffer();
        }
    }
}
