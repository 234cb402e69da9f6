package fr.guichet.platform.live;

import org.springframework.stereotype.Component;

/** Tells browsers connected to any instance that something they watch has changed. */
@Component
public class LiveUpdates {

    /**
     * Announces the change once the current transaction has committed, or at once outside one. Changes made within a moment of each
     * other travel together. What travels is the topic only; the reader asks again for what it may see.
     */
    public void changed(Topic topic) {}
}
