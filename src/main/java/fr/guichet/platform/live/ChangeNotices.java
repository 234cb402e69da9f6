package fr.guichet.platform.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How changes are written on PostgreSQL's notification channel: topics, a line each. A notice may be as long as PostgreSQL allows,
 * 7,999 bytes; the rest goes into further ones. {@link #EVERYTHING} says that more has changed than can be told.
 */
final class ChangeNotices {

    static final String CHANNEL = "guichet_live";
    static final String EVERYTHING = "*";

    private static final int LONGEST = 7_900;

    private ChangeNotices() {}

    static List<String> write(Collection<Topic> topics) {
        var notices = new ArrayList<String>();
        var notice = new StringBuilder();
        for (var topic : topics) {
            var line = topic.toString();
            if (notice.length() + line.length() + 1 > LONGEST) {
                notices.add(notice.toString());
                notice.setLength(0);
            }
            notice.append(line).append('\n');
        }
        if (!notice.isEmpty()) {
            notices.add(notice.toString());
        }
        return notices;
    }

    /** The topics; lines that another version wrote and this one cannot read are left out. */
    static Stream<Topic> read(String notice) {
        return notice.lines().map(Topic::parse).flatMap(Optional::stream);
    }
}
