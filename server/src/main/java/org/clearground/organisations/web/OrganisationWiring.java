// SPDX-License-Identifier: Apache-2.0
package org.clearground.organisations.web;

import org.clearground.organisations.store.OrganisationDescription;
import org.clearground.registers.Register;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class OrganisationWiring {

    @Bean
    @Order(8)
    Register organisations() {
        return OrganisationDescription.register();
    }
}
