package fr.guichet.platform.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.interceptor.BeanFactoryTransactionAttributeSourceAdvisor;
import org.springframework.transaction.interceptor.TransactionAttributeSourceAdvisor;

/**
 * A method annotated {@code @ApplicationModuleListener}.
 *
 * @param id its stable name, which survives renaming class and method
 * @param types the events it takes, by their stable names
 */
record DurableListener(String id, String beanName, Method method, Map<String, Class<?>> types) {

    /**
     * Calls the method on the bean itself, inside the caller's transaction. The proxy is left aside because its {@code
     * REQUIRES_NEW} would cut the listener's work off from the removal of its delivery, which must stand or fall together.
     */
    void handle(BeanFactory beans, Object event) throws Throwable {
        var target = target(beans.getBean(beanName));
        try {
            method.invoke(target, event);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** Refuses beans with other advice than transactions: leaving the proxy aside would switch it off without a word. */
    void check(BeanFactory beans) {
        if (beans.getBean(beanName) instanceof Advised advised) {
            for (var advisor : advised.getAdvisors()) {
                if (!(advisor instanceof BeanFactoryTransactionAttributeSourceAdvisor)
                        && !(advisor instanceof TransactionAttributeSourceAdvisor)) {
                    throw new IllegalStateException("The event listener " + id + " is wrapped by " + advisor
                            + ", which delivery would bypass: keep listeners thin and put that around what they call");
                }
            }
        }
    }

    private static Object target(Object bean) {
        var target = AopProxyUtils.getSingletonTarget(bean);
        return target == null ? bean : target;
    }
}
