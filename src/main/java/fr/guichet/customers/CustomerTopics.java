package fr.guichet.customers;

import fr.guichet.platform.live.LiveTopicAccess;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What concerns a customer is watched by that customer only. */
@Component
class CustomerTopics implements LiveTopicAccess {

    static final String KIND = "customer";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayWatch(Actor actor, UUID id) {
        return actor instanceof CustomerActor customer
                && customer.customer().value().equals(id);
    }
}
