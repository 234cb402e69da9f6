package fr.guichet.identity.web;

import fr.guichet.identity.rights.Rights;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers who is acting, with the right to do what the controller's method does. A parameter of type {@link Actor} takes anyone who is signed in, {@link Actor.CustomerActor} and
 * {@link Actor.StaffActor} only their kind (others: 403); one that is nullable takes passers-by as null.
 */
@Component
class ActorArguments implements HandlerMethodArgumentResolver {

    private final SignedInAccounts signedIn;
    private final Rights rights;

    ActorArguments(SignedInAccounts signedIn, Rights rights) {
        this.signedIn = signedIn;
        this.rights = rights;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Actor.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var actor = signedIn.actor();
        if (actor.isEmpty()) {
            if (parameter.isOptional()) {
                return null;
            }
            throw Problems.signInRequired().exception();
        }
        if (!parameter.getParameterType().isInstance(actor.get())) {
            throw Problems.forbidden().exception();
        }
        return rights.doing(parameter.getExecutable().getName(), actor.get());
    }
}
