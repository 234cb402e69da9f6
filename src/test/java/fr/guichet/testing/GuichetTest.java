package fr.guichet.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The whole of Guichet on a free port with a database of its own. Inject a {@code RestTestClient} to talk to it, and see
 * {@link Answers} for what to expect. Contexts are shared between the tests that change nothing about them, so a test makes the
 * data it needs under fresh identifiers and leaves other rows alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
public @interface GuichetTest {}
