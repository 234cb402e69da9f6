package fr.guichet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between Guichet and a server (its database, say) that a test can cut and mend. */
public final class CuttableLink implements AutoCloseable {

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /**
     * Forwards to the port of this machine.
     *
     * @param target where the server listens
     */
    public CuttableLink(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Breaks every connection and lets no new one through. */
    public void cut() {
        cut = true;
        open.forEach(CuttableLink::close);
    }

    public void mend() {
        cut = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var in = entrance.accept();
                if (cut) {
                    close(in);
                    continue;
                }
                var out = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(in);
                open.add(out);
                forward(in, out);
                forward(out, in);
            } catch (IOException e) {
                // closed, or the server is not there
            }
        }
    }

    private void forward(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // one side hung up
            } finally {
                close(from);
                close(to);
                open.remove(from);
                open.remove(to);
            }
        });
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // gone already
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        entrance.close();
    }
}
