package fr.guichet.shared;

/**
 * Why something that was asked for was not done, as a value. Each module seals its own refusals; its controllers turn them into
 * problems (RFC 9457) by an exhaustive switch. What should never happen is an exception instead.
 */
public interface Refusal {}
