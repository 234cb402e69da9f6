package fr.guichet.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.Certificate;
import fr.guichet.testing.Instances;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Guichet speaks TLS itself when it is given a certificate, and takes a renewed one without a restart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransportSecurityTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final Path certificateFile;
    private final Path keyFile;
    private final ConfigurableApplicationContext guichet;
    private final int port;
    private Certificate certificate;

    TransportSecurityTests(@TempDir Path folder) {
        this.folder = folder;
        certificateFile = folder.resolve("guichet.pem");
        keyFile = folder.resolve("guichet.key");
        certificate = Certificate.make(folder);
        certificate.install(certificateFile, keyFile);
        guichet = Instances.on(
                TestDatabase.create(),
                List.of(
                        "--server.ssl.bundle=web",
                        "--spring.ssl.bundle.pem.web.keystore.certificate=file:" + certificateFile,
                        "--spring.ssl.bundle.pem.web.keystore.private-key=file:" + keyFile,
                        "--spring.ssl.bundle.watch.file.quiet-period=100ms"));
        port = Instances.port(guichet);
    }

    @AfterAll
    void close() {
        guichet.close();
    }

    @Test
    void aRenewedCertificateIsServedWithoutARestart() {
        var before = certificate;
        assertThat(served(before)).isTrue();

        certificate = Certificate.make(folder);
        certificate.install(certificateFile, keyFile);

        await().atMost(LIMIT).until(() -> served(certificate));
        assertThat(served(before)).isFalse();
    }

    @Test
    void everyCookieStaysWithTls() {
        var email = "marie." + UUID.randomUUID() + "@example.org";
        KnownPassword.open(
                guichet.getBean(Accounts.class), email, "Marie", Grants.of(Grant.customer(CustomerId.next())));
        try (var marie = certificate.visitor(port)) {
            var first = marie.get("/api/session");
            var begun = marie.begin(email, KnownPassword.TEXT);
            var entered = marie.enter(SentMessages.takeCode(email).orElseThrow());

            assertThat(entered.statusCode()).isEqualTo(200);
            assertThat(Stream.of(first, begun, entered)
                            .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream()))
                    .anyMatch(cookie -> cookie.startsWith("__Host-XSRF-TOKEN="))
                    .anyMatch(cookie -> cookie.startsWith("__Host-GUICHET_SIGN_IN="))
                    .anyMatch(cookie -> cookie.startsWith("__Host-GUICHET_DEVICE="))
                    .anyMatch(cookie -> cookie.startsWith("__Host-GUICHET_SESSION="))
                    .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("; Path=/;"));
            assertThat(first.headers().firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=31536000 ; includeSubDomains");
        }
    }

    @Test
    void oldProtocolsAndCiphersAreRefused() throws IOException {
        var server = (TomcatWebServer) Objects.requireNonNull(((WebServerApplicationContext) guichet).getWebServer());
        assertThat(server.getTomcat().getConnector().findSslHostConfigs())
                .singleElement()
                .satisfies(
                        host -> assertThat(host.getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3"));

        assertThat(handshake("TLSv1.3", "TLS_AES_256_GCM_SHA384")).isEqualTo("TLS_AES_256_GCM_SHA384");
        assertThat(handshake("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
                .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        assertThatThrownBy(() -> handshake("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"))
                .isInstanceOf(SSLException.class);
    }

    /** Which cipher was agreed on. */
    private String handshake(String protocol, String cipher) throws IOException {
        try (var socket = (SSLSocket) certificate.trusting().getSocketFactory().createSocket("localhost", port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {cipher});
            socket.startHandshake();
            return socket.getSession().getCipherSuite();
        }
    }

    private boolean served(Certificate expected) {
        try (var visitor = expected.visitor(port)) {
            return visitor.get("/api/session").statusCode() == 200;
        } catch (UncheckedIOException e) {
            assertThat(e).hasCauseInstanceOf(SSLException.class);
            return false;
        }
    }
}
