// SPDX-License-Identifier: Apache-2.0
package org.clearground.operations.web;

import org.clearground.operations.store.ActivityDescription;
import org.clearground.operations.store.FindDescription;
import org.clearground.registers.Register;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class OperationsWiring {

    @Bean
    @Order(2)
    Register finds() {
        return FindDescription.register();
    }

    @Bean
    @Order(2)
    Register activities() {
        return ActivityDescription.register();
    }
}
