package fr.guichet.platform.start;

import java.io.PrintStream;

/**
 * Where the launcher's small commands answer. They are programs of their own whose output is what they are for; the log would put a
 * time before each line. The running Guichet never uses this.
 */
public final class Terminal {

    private final PrintStream out;
    private final PrintStream problems;

    public Terminal() {
        this(System.out, System.err);
    }

    public Terminal(PrintStream out, PrintStream problems) {
        this.out = out;
        this.problems = problems;
    }

    /** What was asked for. */
    public void line(String text) {
        out.println(text);
    }

    /** Why it cannot be had. */
    public void problem(String text) {
        problems.println(text);
    }
}
