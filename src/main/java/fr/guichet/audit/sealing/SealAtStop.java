package fr.guichet.audit.sealing;

import fr.guichet.platform.database.DatabaseFailures;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Seals once more when the program ends in order and takes no more requests: what nobody has sealed lies open until the next start. */
@Component
class SealAtStop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealAtStop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Sealer sealer;
    private volatile boolean running;

    SealAtStop(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            sealer.seal(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The newest entries of the audit trail are sealed at the next start: {}",
                    DatabaseFailures.summary(e));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Long after the web server, which stops first. */
    @Override
    public int getPhase() {
        return 0;
    }
}
