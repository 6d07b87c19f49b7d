// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import org.clearground.registers.Register;
import org.clearground.reports.forms.CountryWords;
import org.clearground.reports.store.FindingDescription;
import org.clearground.reports.store.ReportDescription;
import org.clearground.reports.store.ReportQueries;
import org.clearground.web.PageWords;
import org.clearground.web.RecordPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class ReportWiring {

    @Bean
    @Order(1)
    Register reports() {
        return ReportDescription.register();
    }

    @Bean
    @Order(2)
    Register findings() {
        return FindingDescription.register();
    }

    @Bean
    RecordPages reportPages() {
        return new RecordPages(
                "/reports/", (transaction, sight, ids) -> new ReportQueries(transaction, sight).seen(ids));
    }

    @Bean
    RecordPages submissionPages() {
        return new RecordPages("/submissions/", (transaction, sight, digests) -> new ReportQueries(transaction, sight)
                .seenSubmissions(digests));
    }

    @Bean
    PageWords pageWords() {
        return new CountryWords()::in;
    }
}
