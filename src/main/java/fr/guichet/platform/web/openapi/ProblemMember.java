package fr.guichet.platform.web.openapi;

import java.lang.reflect.Type;

/**
 * A further member that some problems of a module carry, so that the description of the API can tell its type. Contributed as a bean.
 *
 * @param name the member: {@code nearest}
 * @param type what stands there: {@code Slot[].class}
 * @param problem the problem that has it, for the reader: {@code slot-taken}
 */
public record ProblemMember(String name, Type type, String problem) {}
