package fr.guichet.appointments.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.testing.Instances;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ConfigurableApplicationContext;

/** Lets people in by the front door: over a real connection, with a password, a session cookie and all. */
@TestComponent
final class Doorstep implements DisposableBean {

    private static final String PASSWORD = KnownPassword.TEXT;

    private final Accounts accounts;
    private final ConfigurableApplicationContext instance;
    private final List<Visitor> visitors = new ArrayList<>();

    Doorstep(Accounts accounts, ConfigurableApplicationContext instance) {
        this.accounts = accounts;
        this.instance = instance;
    }

    /** Somebody who has just signed in. */
    Visitor signedIn(Grant grant) {
        var email = UUID.randomUUID() + "@example.org";
        KnownPassword.open(accounts, email, "Marie", Grants.of(grant));
        var visitor = Visitor.at(Instances.port(instance));
        visitors.add(visitor);
        assertThat(visitor.signIn(email, PASSWORD).statusCode()).isEqualTo(200);
        return visitor;
    }

    @Override
    public void destroy() {
        visitors.forEach(Visitor::close);
    }
}
