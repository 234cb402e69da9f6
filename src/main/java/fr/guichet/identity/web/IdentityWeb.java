package fr.guichet.identity.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What identity adds to every controller: who is acting, and whether he or she may. */
@Configuration(proxyBeanMethods = false)
class IdentityWeb implements WebMvcConfigurer {

    private static final int BEFORE_ALL_ELSE = -100;

    private final ActorArguments actors;
    private final ScopeGuard scopes;
    private final OperationGuard guard;
    private final RequestLimitGuard limits;

    IdentityWeb(ActorArguments actors, ScopeGuard scopes, OperationGuard guard, RequestLimitGuard limits) {
        this.actors = actors;
        this.scopes = scopes;
        this.guard = guard;
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limits).addPathPatterns("/api/**").order(BEFORE_ALL_ELSE - 1);
        registry.addInterceptor(scopes).addPathPatterns("/api/**").order(BEFORE_ALL_ELSE);
        registry.addInterceptor(guard).addPathPatterns("/api/**").order(BEFORE_ALL_ELSE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actors);
    }
}
