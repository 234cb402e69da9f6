package fr.guichet.platform.web.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request whose body is counted and digested as it is read. */
final class MeasuredRequest extends HttpServletRequestWrapper {

    private final MessageDigest digest = sha256();
    private @Nullable ServletInputStream stream;
    private @Nullable BufferedReader reader;
    private long limit;
    private long read;

    MeasuredRequest(HttpServletRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    void limit(long bytes) {
        limit = bytes;
    }

    byte[] digest() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of this Java cannot be read midway", e);
        }
    }

    static ProblemException tooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large").exception();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Measured(super.getInputStream());
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (reader == null) {
            var encoding = getCharacterEncoding();
            reader = new BufferedReader(
                    new InputStreamReader(getInputStream(), encoding == null ? UTF_8 : Charset.forName(encoding)));
        }
        return reader;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private final class Measured extends ServletInputStream {

        private final ServletInputStream body;

        Measured(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            if (next >= 0) {
                count(1);
                digest.update((byte) next);
            }
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var count = body.read(target, offset, length);
            if (count > 0) {
                count(count);
                digest.update(target, offset, count);
            }
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit) {
                throw tooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
