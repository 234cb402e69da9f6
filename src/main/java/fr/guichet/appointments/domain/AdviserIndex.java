package fr.guichet.appointments.domain;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** From an adviser's identifier to a position, without making an object for each look: open addressing over pairs of longs. */
final class AdviserIndex {

    private final long[] keys;
    private final int[] positions;
    private final int mask;

    AdviserIndex(List<UUID> ids) {
        int capacity = Integer.highestOneBit(Math.max(4, ids.size() * 4));
        mask = capacity - 1;
        keys = new long[capacity * 2];
        positions = new int[capacity];
        Arrays.fill(positions, -1);
        for (int position = 0; position < ids.size(); position++) {
            put(ids.get(position), position);
        }
    }

    int of(long most, long least) {
        int slot = slot(most, least);
        while (positions[slot] >= 0) {
            if (keys[slot * 2] == most && keys[slot * 2 + 1] == least) {
                return positions[slot];
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private void put(UUID id, int position) {
        int slot = slot(id.getMostSignificantBits(), id.getLeastSignificantBits());
        while (positions[slot] >= 0) {
            slot = (slot + 1) & mask;
        }
        keys[slot * 2] = id.getMostSignificantBits();
        keys[slot * 2 + 1] = id.getLeastSignificantBits();
        positions[slot] = position;
    }

    private int slot(long most, long least) {
        long mixed = (most ^ least) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
