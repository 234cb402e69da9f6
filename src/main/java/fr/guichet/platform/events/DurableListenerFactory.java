package fr.guichet.platform.events;

import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Takes {@code @ApplicationModuleListener} methods out of Spring's own hands. Spring would call them after commit from memory, and
 * a crash in between would lose the event; {@link EventOutbox} writes a delivery instead.
 */
@Component
class DurableListenerFactory implements EventListenerFactory, BeanFactoryAware, Ordered {

    private @Nullable BeanFactory beans;

    /** Spring makes this bean before it can resolve constructor arguments. */
    @Override
    public void setBeanFactory(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean supportsMethod(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, ApplicationModuleListener.class);
    }

    @Override
    public ApplicationListener<?> createApplicationListener(String beanName, Class<?> type, Method method) {
        Objects.requireNonNull(beans).getBean(DurableListeners.class).add(beanName, method);
        return new NeverCalled();
    }

    /** Before Spring's factory for transactional listeners. */
    @Override
    public int getOrder() {
        return 0;
    }

    private static final class NeverCalled implements GenericApplicationListener {

        @Override
        public boolean supportsEventType(ResolvableType eventType) {
            return false;
        }

        @Override
        public void onApplicationEvent(ApplicationEvent event) {
            throw new IllegalStateException("Deliveries call the listener, not the event multicaster");
        }
    }
}
