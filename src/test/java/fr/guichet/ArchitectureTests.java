package fr.guichet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import fr.guichet.platform.start.Terminal;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.Temporal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A few things that nobody does here, each with its reason. */
class ArchitectureTests {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.guichet");

    @TestFactory
    Stream<DynamicTest> rules() {
        return Stream.of(
                        noClasses()
                                .should()
                                .callMethodWhere(callsNowWithoutAClock())
                                .because(
                                        "time comes from the injected Clock, or guichet.clock and the tests would lie"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages("fr.guichet.platform..")
                                .should()
                                .callMethodWhere(makesAClock())
                                .because("there is one Clock, and the platform makes it"),
                        noClasses()
                                .that()
                                .resideInAPackage("..web..")
                                .should()
                                .dependOnClassesThat()
                                .areAssignableTo(ApplicationEventPublisher.class)
                                .because("events are published where the transaction is, inside a use case"),
                        noClasses()
                                .should()
                                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                                .because("such a stream keeps its connection until somebody closes it: use list()"),
                        noFields()
                                .should()
                                .beAnnotatedWith(Autowired.class)
                                .because("constructors show what a class needs and let fields be final"),
                        noClasses()
                                .that()
                                .areNotAssignableTo(Terminal.class)
                                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                                .because("the log has levels and request ids; small commands answer through Terminal"),
                        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because("one way to log is enough"),
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .haveNameMatching(
                                        "java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)|java\\.sql\\.(Date|Time)")
                                .because("java.time says what is meant, and never shifts by the zone of the machine"),
                        classes()
                                .that()
                                .areMetaAnnotatedWith(RequestMapping.class)
                                .or()
                                .areAnnotatedWith(RestController.class)
                                .or()
                                .areMetaAnnotatedWith(ControllerAdvice.class)
                                .should()
                                .resideInAnyPackage(
                                        "..web..", "fr.guichet.branches.network", "fr.guichet.branches.search")
                                .because(
                                        "HTTP stays at the edge of each module; a package that is one use case is flat"),
                        noClasses()
                                .should()
                                .beAnnotatedWith(EnableAsync.class)
                                .because(
                                        "deliveries call listeners inside their transaction; @Async would tear them out (ADR 3)"),
                        noMethodsAre(TransactionalEventListener.class)
                                .because(
                                        "it calls from memory after the commit and loses events in a crash: use @ApplicationModuleListener"),
                        noMethodsAre(Scheduled.class)
                                .because("a timer in memory runs on every instance: use a db-scheduler task"),
                        noMethodsAre(Async.class).because("work that must survive a crash is an event or a job"),
                        noClasses()
                                .that(resideInAPackage("..domain.."))
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage("org.springframework..", "tools.jackson..", "java.sql.."))
                                .because("the rules of the bank are plain Java"),
                        noFields()
                                .that()
                                .areNotFinal()
                                .should()
                                .beStatic()
                                .because("state that changes belongs to a bean, or to the database"))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(OURS)));
    }

    private static ArchRule noMethodsAre(Class<? extends Annotation> annotation) {
        return noMethods().should().beAnnotatedWith(annotation);
    }

    private static DescribedPredicate<JavaMethodCall> callsNowWithoutAClock() {
        return DescribedPredicate.describe(
                "read the time without a clock",
                call -> call.getTarget().getRawParameterTypes().isEmpty() && readsTheTime(call));
    }

    private static DescribedPredicate<JavaMethodCall> makesAClock() {
        return DescribedPredicate.describe(
                "make a clock of its own",
                call -> (call.getTargetOwner().isEquivalentTo(Clock.class)
                                || call.getTargetOwner().isEquivalentTo(InstantSource.class))
                        && call.getName().startsWith("system"));
    }

    private static boolean readsTheTime(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(Temporal.class)
                ? call.getName().equals("now")
                : call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().equals("currentTimeMillis");
    }
}
