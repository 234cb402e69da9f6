package fr.guichet.platform.database.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in a few words why a file operation failed; {@link IOException#getMessage()} is often only the file's name. */
final class Reasons {

    private Reasons() {}

    static String of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "access denied";
            case NoSuchFileException missing -> "it cannot be created";
            case FileAlreadyExistsException exists -> "there is a file of that name";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
