// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.web;

import org.clearground.registers.Register;
import org.clearground.statements.store.StatementDescriptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class StatementWiring {

    @Bean
    @Order(9)
    Register statements() {
        return StatementDescriptions.statements();
    }

    @Bean
    @Order(10)
    Register statedFigures() {
        return StatementDescriptions.figures();
    }
}
