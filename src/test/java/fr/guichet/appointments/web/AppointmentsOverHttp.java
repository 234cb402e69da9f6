package fr.guichet.appointments.web;

import fr.guichet.appointments.AppointmentsTest;
import fr.guichet.appointments.Town;
import fr.guichet.testing.Api;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/**
 * The whole program on a port, with a clock that tests move. One context and one database for all tests of this package: each makes
 * branches and customers of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import({AppointmentsTest.Time.class, Town.class, Api.class, People.class, Visits.class, Records.class, Doorstep.class})
@interface AppointmentsOverHttp {}
