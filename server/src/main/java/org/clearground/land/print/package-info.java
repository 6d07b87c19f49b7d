// SPDX-License-Identifier: Apache-2.0
/** Balances, histories and cases as text, CSV and JSON. */
@NullMarked
@NamedInterface("print")
package org.clearground.land.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
