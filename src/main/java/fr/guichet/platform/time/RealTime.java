package fr.guichet.platform.time;

import java.time.Instant;
import java.time.InstantSource;

/** What the machine's clock says, whatever day {@code guichet.clock} plays: for what a library keeps by it, such as sessions. */
public final class RealTime {

    private static final InstantSource MACHINE = InstantSource.system();

    private RealTime() {}

    public static Instant now() {
        return MACHINE.instant();
    }
}
