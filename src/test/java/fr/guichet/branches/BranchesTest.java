package fr.guichet.branches;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.test.ApplicationModuleTest;

/** This module and what it stands on, with a database of its own, on Monday 16 November 2026 at noon in Paris. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import(BranchesTest.Noon.class)
public @interface BranchesTest {

    /** Time stands still. */
    @TestConfiguration(proxyBeanMethods = false)
    class Noon {

        @Bean
        @Primary
        Clock noon() {
            return Clock.fixed(Instant.parse("2026-11-16T11:00:00Z"), ZoneOffset.UTC);
        }
    }
}
