package fr.guichet.platform.start;

import java.util.List;

/** What a module wants to tell whoever started Guichet, below the address, once it is ready. */
@FunctionalInterface
public interface ReadyNotice {

    /** Lines of plain text; empty to say nothing. Asked once, when the program takes requests. */
    List<String> lines();
}
