// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/**
 * The parts of the site: the web server with what it needs and nothing else, so that it starts fast, and the features'
 * {@code web} packages, found by their name alone.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@ComponentScan({
    "org.clearground.web",
    "org.clearground.registers.web",
    "org.clearground.operations.web",
    "org.clearground.places.web",
    "org.clearground.organisations.web",
    "org.clearground.bulletins.web",
    "org.clearground.statements.web",
    "org.clearground.reconciliation.web",
    "org.clearground.tables.web",
    "org.clearground.reports.web",
    "org.clearground.land.web",
    "org.clearground.accreditation.web",
    "org.clearground.accounts.web",
    "org.clearground.administration.web"
})
class SiteWiring {}
