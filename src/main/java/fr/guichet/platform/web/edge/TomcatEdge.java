package fr.guichet.platform.web.edge;

import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.ProblemRenderer;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Has Tomcat answer like the rest of us when it refuses a request before any filter has seen it: a header that is too long, a
 * request line that is none.
 */
@Component
class TomcatEdge implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ProblemRenderer renderer;

    TomcatEdge(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReport.class.getName());
                host.getPipeline().addValve(new ProblemReport(renderer));
            }
        });
    }

    /** Writes a problem where Tomcat would write a page. */
    static final class ProblemReport extends ErrorReportValve {

        private static final Logger LOG = LoggerFactory.getLogger(ProblemReport.class);

        private final ProblemRenderer renderer;

        ProblemReport(ProblemRenderer renderer) {
            this.renderer = renderer;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < 400
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()
                    || response.isCommitted()) {
                return;
            }
            try {
                renderer.write(Problem.ofStatus(response.getStatus()), request, response);
            } catch (IOException e) {
                LOG.debug("Nobody waited for the answer", e);
            }
        }
    }
}
