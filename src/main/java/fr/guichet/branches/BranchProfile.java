package fr.guichet.branches;

import fr.guichet.shared.BranchId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a branch is called, where it is and how its calendar is cut. */
public record BranchProfile(
        BranchId id,
        String code,
        String name,
        Address address,
        @Nullable Position position,
        @Nullable String phone,
        ZoneId zone,
        int gridMinutes) {}
