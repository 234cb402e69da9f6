package fr.guichet.identity.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What identity adds to every controller: who is acting. */
@Configuration(proxyBeanMethods = false)
class IdentityWeb implements WebMvcConfigurer {

    private final ActorArguments actors;

    IdentityWeb(ActorArguments actors) {
        this.actors = actors;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actors);
    }
}
