package fr.guichet.platform.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the data of jobs as JSON, which a later version can still read; bytes are kept as they are. */
final class JobData implements Serializer {

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return switch (data) {
            case null -> null;
            case byte[] bytes -> bytes;
            default -> json.writeValueAsBytes(data);
        };
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        return type == byte[].class ? type.cast(data) : json.readValue(data, type);
    }
}
