// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Store;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The site of an open store, from when it is started until it is closed. */
public final class Site implements AutoCloseable {

    /** The cookie is out of reach of scripts and of forms elsewhere, and never part of an address. */
    private static final Map<String, Object> SESSIONS = Map.of(
            "server.servlet.session.cookie.name",
            "clearground",
            "server.servlet.session.cookie.http-only",
            "true",
            "server.servlet.session.cookie.same-site",
            "lax",
            "server.servlet.session.tracking-modes",
            "cookie",
            "server.servlet.session.timeout",
            "30m");

    private final ConfigurableApplicationContext context;

    private final Serving serving;

    private Site(ConfigurableApplicationContext context, Serving serving) {
        this.context = context;
        this.serving = serving;
    }

    /**
     * Starts it.
     *
     * @param means what pages do their work by, wired once for them and for commands; each is found by its class
     * @throws ProblemException if the port is taken, or the certificate cannot be used
     */
    public static Site start(Store store, Clock clock, Serving serving, Object... means) {
        try {
            var context = new SpringApplicationBuilder(SiteWiring.class)
                    .web(WebApplicationType.SERVLET)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .initializers(fresh -> {
                        var beans = (GenericApplicationContext) fresh;
                        beans.registerBean(Store.class, () -> store, bean -> bean.setDestroyMethodName(""));
                        beans.registerBean(Clock.class, () -> clock);
                        beans.registerBean(Serving.class, () -> serving);
                        beans.registerBean(BackgroundTiles.class, serving::tiles);
                        for (var each : means) {
                            register(beans, each);
                        }
                    })
                    .properties(SESSIONS)
                    .properties(transport(serving))
                    .properties(Map.of(
                            "server.address",
                            serving.address(),
                            "server.port",
                            String.valueOf(serving.port()),
                            "server.tomcat.basedir",
                            store.directory().resolve("web").toString(),
                            "logging.level.root",
                            "warn",
                            // a reader's wrong address is no warning, and the store outlives the web server
                            "logging.level.org.springframework.web.servlet.PageNotFound",
                            "error",
                            "logging.level.org.apache.catalina.loader",
                            "error",
                            "spring.web.resources.add-mappings",
                            "false",
                            "server.compression.enabled",
                            "true",
                            "server.compression.mime-types",
                            "text/html,text/css,text/javascript,text/csv,text/plain,application/json,"
                                    + "application/problem+json,application/geo+json,application/vnd.mapbox-vector-tile",
                            "server.tomcat.max-parameter-count",
                            String.valueOf(SentFormFilter.MOST_FIELDS)))
                    .run();
            return new Site(context, serving);
        } catch (PortInUseException taken) {
            throw portTaken(serving.port(), taken);
        } catch (RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException || cause instanceof java.net.BindException) {
                    throw portTaken(serving.port(), failed);
                }
            }
            var tls = serving.tls();
            if (tls != null) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "the site cannot be served with the certificate " + tls.certificate() + " and the key "
                                + tls.key() + "; both must be PEM files, the certificate first and its chain behind"
                                + " it, the key without a password and belonging to it",
                        failed);
            }
            throw failed;
        }
    }

    private static Map<String, Object> transport(Serving serving) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.servlet.session.cookie.secure", String.valueOf(serving.encrypted()));
        var tls = serving.tls();
        if (tls != null) {
            properties.put("server.ssl.certificate", tls.certificate().toUri().toString());
            properties.put(
                    "server.ssl.certificate-private-key", tls.key().toUri().toString());
        }
        return properties;
    }

    private static ProblemException portTaken(int port, Exception taken) {
        return new ProblemException(
                ProblemCode.WRONG_CALL,
                "port " + port + " is in use by another programme; choose another with --port",
                taken);
    }

    @SuppressWarnings("unchecked") // an object is of its own class
    private static <T> void register(GenericApplicationContext beans, T means) {
        beans.registerBean((Class<T>) means.getClass(), () -> means);
    }

    /** Where it listens. */
    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    /** Where it is found. */
    public String home() {
        return serving.home(port());
    }

    @Override
    public void close() {
        context.close();
    }
}
