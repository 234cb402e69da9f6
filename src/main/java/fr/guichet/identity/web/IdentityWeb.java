package fr.guichet.identity.web;

import fr.guichet.shared.Actor;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What identity adds to every controller: who is acting. */
@Configuration(proxyBeanMethods = false)
class IdentityWeb implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, Actor.CustomerActor.class, Actor.StaffActor.class);
    }

    private final ActorArguments actors;

    IdentityWeb(ActorArguments actors) {
        this.actors = actors;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actors);
    }
}
