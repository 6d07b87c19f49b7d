// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.time.Clock;
import java.util.List;
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

    private Site(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it.
     *
     * @param port 0 for any that is free
     * @param deeds what pages act with beside the store, each found by its class
     * @throws ProblemException if the port is taken
     */
    public static Site start(Store store, Clock clock, String address, int port, List<Object> deeds) {
        try {
            return new Site(new SpringApplicationBuilder(SiteWiring.class)
                    .web(WebApplicationType.SERVLET)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .initializers(context -> {
                        var beans = (GenericApplicationContext) context;
                        beans.registerBean(Store.class, () -> store, bean -> bean.setDestroyMethodName(""));
                        beans.registerBean(Clock.class, () -> clock);
                        deeds.forEach(deed -> register(beans, deed, deed.getClass()));
                    })
                    .properties(SESSIONS)
                    .properties(Map.of(
                            "server.address",
                            address,
                            "server.port",
                            String.valueOf(port),
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
                            "false"))
                    .run());
        } catch (PortInUseException taken) {
            throw portTaken(port, taken);
        } catch (RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException || cause instanceof java.net.BindException) {
                    throw portTaken(port, failed);
                }
            }
            throw failed;
        }
    }

    private static <T> void register(GenericApplicationContext beans, Object deed, Class<T> type) {
        beans.registerBean(type, () -> type.cast(deed));
    }

    private static ProblemException portTaken(int port, Exception taken) {
        return new ProblemException(
                ProblemCode.WRONG_CALL,
                "port " + port + " is in use by another programme; choose another with --port",
                taken);
    }

    /** Where it listens. */
    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
