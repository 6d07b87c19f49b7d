// SPDX-License-Identifier: Apache-2.0
package org.clearground.places.web;

import org.clearground.places.store.PlaceDescriptions;
import org.clearground.registers.Register;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class PlaceWiring {

    @Bean
    @Order(6)
    Register districts() {
        return PlaceDescriptions.districts();
    }

    @Bean
    @Order(7)
    Register settlements() {
        return PlaceDescriptions.settlements();
    }
}
