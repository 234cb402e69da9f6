package fr.guichet.bench;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What an instance's objects take, read from its JVM. */
final class Memory implements AutoCloseable {

    private static final double MEBIBYTE = 1 << 20;

    private final JMXConnector connector;
    private final MemoryMXBean heap;
    private final List<GarbageCollectorMXBean> collectors;
    private final Set<String> heapPools;

    private Memory(JMXConnector connector) throws IOException {
        this.connector = connector;
        var server = connector.getMBeanServerConnection();
        this.heap = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
        this.collectors = ManagementFactory.getPlatformMXBeans(server, GarbageCollectorMXBean.class);
        this.heapPools = ManagementFactory.getPlatformMXBeans(server, MemoryPoolMXBean.class).stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("BanJNDI") // the address is told by a process of ours
    static Memory of(Instance instance) throws IOException {
        try {
            var machine = VirtualMachine.attach(String.valueOf(instance.pid()));
            try {
                return new Memory(JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    /** MiB in use once everything that nobody needs is gone. */
    double needed() {
        heap.gc();
        return heap.getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }

    /** MiB that the latest collection left behind, what is being worked on included. */
    double left() {
        return collectors.stream()
                        .map(GarbageCollectorMXBean::getLastGcInfo)
                        .filter(Objects::nonNull)
                        .max((one, other) -> Long.compare(one.getEndTime(), other.getEndTime()))
                        .map(latest -> latest.getMemoryUsageAfterGc().entrySet().stream()
                                .filter(pool -> heapPools.contains(pool.getKey()))
                                .mapToLong(pool -> pool.getValue().getUsed())
                                .sum())
                        .orElse(0L)
                / MEBIBYTE;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
