package fr.guichet.identity.web;

import fr.guichet.identity.rights.Rights;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The operations that the controllers have. Guichet does not start while one of them is missing in the table of rights. */
@Component
class Operations implements SmartInitializingSingleton {

    private static final String OURS = "fr.guichet.";
    private static final String API = "/api/";

    private final Map<RequestMappingInfo, HandlerMethod> controllers;
    private final Rights rights;
    private final List<RequestMatcher> open;

    Operations(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers, Rights rights) {
        this.controllers = controllers.getHandlerMethods();
        this.rights = rights;
        this.open = this.controllers.entrySet().stream()
                .filter(entry -> isOperation(entry.getKey(), entry.getValue()) && isOpen(entry.getValue()))
                .flatMap(entry -> matchers(entry.getKey()))
                .toList();
    }

    static boolean isOne(HandlerMethod method) {
        return method.getBeanType().getName().startsWith(OURS);
    }

    /** Whether the table lets passers-by do what is asked for. */
    boolean isOpen(HttpServletRequest request) {
        return open.stream().anyMatch(matcher -> matcher.matches(request));
    }

    @Override
    public void afterSingletonsInstantiated() {
        var names = controllers.entrySet().stream()
                .filter(entry -> isOperation(entry.getKey(), entry.getValue()))
                .map(entry -> entry.getValue().getMethod().getName())
                .toList();
        var wrong = new TreeSet<String>();
        var seen = new HashSet<String>();
        for (var name : names) {
            if (rights.operation(name).isEmpty() || !seen.add(name)) {
                wrong.add(name);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "Operations that the table of rights does not name, or that share a name: " + wrong);
        }
    }

    private boolean isOpen(HandlerMethod method) {
        return rights.operation(method.getMethod().getName())
                .filter(operation -> operation.open())
                .isPresent();
    }

    private static boolean isOperation(RequestMappingInfo mapping, HandlerMethod method) {
        return isOne(method) && mapping.getPatternValues().stream().anyMatch(path -> path.startsWith(API));
    }

    private static Stream<RequestMatcher> matchers(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                .flatMap(Operations::withHead)
                .map(method -> PathPatternRequestMatcher.withDefaults().matcher(method, path)));
    }

    /** What may be got may be asked about. */
    private static Stream<HttpMethod> withHead(RequestMethod method) {
        return method == RequestMethod.GET
                ? Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                : Stream.of(method.asHttpMethod());
    }
}
