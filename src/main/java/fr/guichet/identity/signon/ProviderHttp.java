package fr.guichet.identity.signon;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * How the provider is spoken to: short timeouts, no redirects, and a few calls at a time. When it hangs, so do those few, for as long
 * as the timeouts say, and everybody else hears at once that it is away.
 */
final class ProviderHttp {

    private static final int CALLS_AT_A_TIME = 16;
    private static final int LONGEST_ANSWER = 512 * 1024;

    private final RestClient client;

    ProviderHttp(SignOnProperties properties) {
        var connections = HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var requests = new JdkClientHttpRequestFactory(connections);
        requests.setReadTimeout(properties.readTimeout());
        client = RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(new FewAtATime())
                .build();
    }

    /** For those parts of Spring Security that speak to the provider themselves. */
    RestClient client() {
        return client;
    }

    /**
     * Fetches a document.
     *
     * @throws org.springframework.web.client.RestClientException when there is none
     */
    String get(String address) {
        var text = client.get()
                .uri(java.net.URI.create(address))
                .accept(MediaType.APPLICATION_JSON)
                .exchange((request, response) -> {
                    if (!response.getStatusCode().is2xxSuccessful()) {
                        throw new IOException(
                                "HTTP status " + response.getStatusCode().value());
                    }
                    var bytes = response.getBody().readNBytes(LONGEST_ANSWER + 1);
                    if (bytes.length > LONGEST_ANSWER) {
                        throw new IOException("An answer of more than " + LONGEST_ANSWER + " bytes");
                    }
                    return new String(bytes, StandardCharsets.UTF_8);
                });
        return text == null ? "" : text;
    }

    private static final class FewAtATime implements ClientHttpRequestInterceptor {

        private final Semaphore places = new Semaphore(CALLS_AT_A_TIME);

        @Override
        public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
                throws IOException {
            if (!places.tryAcquire()) {
                throw new IOException("Too many calls to the provider at a time");
            }
            try {
                return execution.execute(request, body);
            } finally {
                places.release();
            }
        }
    }
}
