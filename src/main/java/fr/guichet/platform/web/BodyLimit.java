package fr.guichet.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How large a body a controller method takes, in bytes, where the usual 64 KB do not suffice. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {

    /** What operations take that do not say otherwise. */
    int USUAL = 64 * 1024;

    int value();
}
