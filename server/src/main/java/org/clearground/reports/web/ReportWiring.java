// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import org.clearground.reports.forms.CountryWords;
import org.clearground.web.PageWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportWiring {

    @Bean
    PageWords pageWords() {
        return new CountryWords()::in;
    }
}
