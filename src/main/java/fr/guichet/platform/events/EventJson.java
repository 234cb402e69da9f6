package fr.guichet.platform.events;

import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How events are written: apart from the API's JSON, because they outlive a release. Fields that a newer version added are ignored
 * by an older one, so that two versions can run side by side during an upgrade.
 */
@Component
class EventJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    String write(Object event) {
        return mapper.writeValueAsString(event);
    }

    <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }
}
