// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import org.clearground.land.print.LandSymbols;
import org.clearground.land.store.LandDescriptions;
import org.clearground.registers.Register;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class LandRegisters {

    @Bean
    @Order(3)
    Register workedGround() {
        return LandDescriptions.workedGround().drawn(LandSymbols.workedGround());
    }

    @Bean
    @Order(4)
    Register hazards() {
        return LandDescriptions.hazards().drawn(LandSymbols.hazards());
    }

    @Bean
    @Order(5)
    Register releasedPieces() {
        return LandDescriptions.releasedPieces().drawn(LandSymbols.releasedPieces());
    }
}
