package fr.guichet.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param load whether to fill the database with the small bank; not set, it is done on the embedded database as long as that holds
 *     nothing else
 */
@ConfigurationProperties("guichet.demo")
record DemoProperties(@Nullable Boolean load) {}
