package fr.guichet.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Operators who give themselves a port of their own reach everything there, and nobody anything of it elsewhere. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "management.endpoints.web.exposure.include=health,metrics"})
class ManagementPortTests {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void theirPortIsOpenAndTheOthersIsNot() {
        try (var operator = Visitor.at(managementPort);
                var passerBy = Visitor.at(port)) {
            assertThat(operator.get("/actuator/metrics").statusCode()).isEqualTo(200);
            assertThat(operator.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(passerBy.get("/actuator/metrics").statusCode()).isEqualTo(401);
            assertThat(passerBy.get("/actuator/metrics", "X-Forwarded-Port", "" + managementPort)
                            .statusCode())
                    .isEqualTo(401);
        }
    }
}
