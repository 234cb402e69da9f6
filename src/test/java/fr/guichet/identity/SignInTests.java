package fr.guichet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.shared.BranchId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.testing.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Coming in and going out, over HTTP, as a browser does it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SignInTests {

    private static final String PASSWORD = "une porte en bois bleu";

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private String email = "";
    private final BranchId branch = BranchId.next();

    @BeforeEach
    void someoneHasAnAccount() {
        email = "sophie." + UUID.randomUUID() + "@example.org";
        accounts.open(new OpenAccount(
                        new EmailAddress(email),
                        new InitialPassword.Plain(PASSWORD),
                        "Sophie Martin",
                        "fr",
                        Grants.of(Grant.manager(branch))))
                .orThrow();
    }

    @Test
    void theRightPasswordOpensASession() {
        try (var sophie = Visitor.at(port)) {
            var answer = sophie.signIn(email, PASSWORD);

            assertThat(answer.statusCode()).isEqualTo(200);
            var session = Visitor.json(sophie.get("/api/session"));
            assertThat(session.at("/signedIn").asBoolean()).isTrue();
            assertThat(session.at("/account/email").asString()).isEqualTo(email);
            assertThat(session.at("/account/branchId").asString()).isEqualTo(branch.toString());
            assertThat(sophie.cookie("GUICHET_SESSION")).isPresent();
        }
    }
}
