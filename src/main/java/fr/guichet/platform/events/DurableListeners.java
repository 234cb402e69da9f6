package fr.guichet.platform.events;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** All durable listeners of this program, by id and by event. Complete once the context has started. */
@Component
class DurableListeners implements SmartLifecycle {

    private final BeanFactory beans;
    private final Map<String, DurableListener> byId = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<DurableListener>> byEvent = new ConcurrentHashMap<>();
    private volatile boolean complete;

    DurableListeners(BeanFactory beans) {
        this.beans = beans;
    }

    void add(String beanName, Method method) {
        var annotation = AnnotatedElementUtils.findMergedAnnotation(method, ApplicationModuleListener.class);
        var place = method.getDeclaringClass().getName() + "." + method.getName();
        if (annotation == null || !StringUtils.hasText(annotation.id())) {
            throw new IllegalStateException(
                    place + " needs an id: @ApplicationModuleListener(id = \"module.what-it-does\")");
        }
        if (StringUtils.hasText(annotation.condition()) || method.getParameterCount() != 1) {
            throw new IllegalStateException(place + " must take exactly one event and no condition");
        }
        var types = new LinkedHashMap<String, Class<?>>();
        EventTypes.concrete(method.getParameterTypes()[0]).forEach(type -> types.put(EventTypes.nameOf(type), type));
        method.setAccessible(true);
        var listener = new DurableListener(annotation.id(), beanName, method, types);
        if (byId.putIfAbsent(listener.id(), listener) != null) {
            throw new IllegalStateException("Two event listeners are called " + listener.id());
        }
        byEvent.clear();
    }

    /** Those who want the event. Nobody may ask before all are known: an event would miss a listener for good. */
    List<DurableListener> of(Class<?> event) {
        if (!complete) {
            throw new IllegalStateException(event.getName()
                    + " was published before all its listeners are known: wait for the application to start");
        }
        return byEvent.computeIfAbsent(event, type -> byId.values().stream()
                .filter(listener -> listener.types().containsValue(type))
                .toList());
    }

    Optional<DurableListener> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public void start() {
        byId.values().forEach(listener -> listener.check(beans));
        complete = true;
    }

    /** Listeners stay known while the program stops: what is published until the end is kept for the next start. */
    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return complete;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
