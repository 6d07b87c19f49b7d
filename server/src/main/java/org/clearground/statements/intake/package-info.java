// SPDX-License-Identifier: Apache-2.0
/** Texts of published releases, and tables of statements, as they are received. */
@NullMarked
@NamedInterface("intake")
package org.clearground.statements.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
