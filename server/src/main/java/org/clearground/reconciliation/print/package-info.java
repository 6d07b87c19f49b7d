// SPDX-License-Identifier: Apache-2.0
/** Conflicts between published figures as text and JSON. */
@NullMarked
@NamedInterface("print")
package org.clearground.reconciliation.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
