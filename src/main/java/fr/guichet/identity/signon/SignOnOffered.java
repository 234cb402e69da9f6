package fr.guichet.identity.signon;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** On what exists only where people are offered the bank's sign-on. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(SignOnOffered.Configured.class)
public @interface SignOnOffered {

    /** Whether the settings name a provider, and Guichet as its client. */
    final class Configured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var environment = context.getEnvironment();
            return StringUtils.hasText(environment.getProperty("guichet.sign-on.issuer"))
                    && StringUtils.hasText(environment.getProperty("guichet.sign-on.client-id"));
        }
    }
}
