// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import org.clearground.statements.Measured;

/**
 * A measure with a value.
 *
 * @param value items and persons as whole numbers, areas in hectares
 */
public record Amount(Measured measured, BigDecimal value) {}
