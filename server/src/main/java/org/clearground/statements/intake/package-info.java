// SPDX-License-Identifier: Apache-2.0
/** Texts of published releases as they are received. */
@NullMarked
package org.clearground.statements.intake;

import org.jspecify.annotations.NullMarked;
