package fr.guichet.platform.live;

import java.util.UUID;

/**
 * Something a browser can watch.
 *
 * @param kind a lower-case word such as {@code adviser}, {@code branch} or {@code customer}
 * @param id which one
 */
public record Topic(String kind, UUID id) {

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
