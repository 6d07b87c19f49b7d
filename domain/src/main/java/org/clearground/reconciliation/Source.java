// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import org.clearground.statements.StatedFigure;

/**
 * A figure, and the statement that it stands in.
 *
 * @param statement its number
 * @param publisher as the statement names it
 */
public record Source(String statement, String publisher, StatedFigure figure) {}
