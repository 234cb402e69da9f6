package fr.guichet.bench;

import java.util.List;

/** Something that is measured. */
interface Figure {

    /** What the lines that it prints are called; the first is the name to ask for. */
    List<String> names();

    void measure(Stage stage, Report report) throws Exception;
}
